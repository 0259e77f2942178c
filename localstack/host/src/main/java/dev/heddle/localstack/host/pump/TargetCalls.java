package dev.heddle.localstack.host.pump;

import dev.heddle.localstack.aws.services.TargetInvoker;
import dev.heddle.localstack.host.functions.LocalFunctions;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** What schedules and rules call: queues, state machines and functions. */
public final class TargetCalls implements TargetInvoker {
  private final Supplier<SqsClient> queues;
  private final Supplier<SfnClient> machines;
  private final LocalFunctions functions;

  /** Calls through these clients. */
  public TargetCalls(
      Supplier<SqsClient> queues, Supplier<SfnClient> machines, LocalFunctions functions) {
    this.queues = queues;
    this.machines = machines;
    this.functions = functions;
  }

  @Override
  public void call(Call call) {
    switch (call.service()) {
      case "sqs" -> send(call);
      case "states" ->
          machines
              .get()
              .startExecution(
                  start ->
                      start
                          .stateMachineArn(call.arn())
                          .name(call.executionId())
                          .input(call.input()));
      case "lambda" -> invoke(call);
      default -> throw new IllegalArgumentException("Nothing here can call " + call.arn());
    }
  }

  private void send(Call call) {
    String queue = call.arn().substring(call.arn().lastIndexOf(':') + 1);
    String url = queues.get().getQueueUrl(get -> get.queueName(queue)).queueUrl();
    queues
        .get()
        .sendMessage(
            send -> {
              send.queueUrl(url).messageBody(call.input()).messageAttributes(attributes(call));
              call.messageGroup().ifPresent(send::messageGroupId);
            });
  }

  private static Map<String, MessageAttributeValue> attributes(Call call) {
    return call.attributes().entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> text(entry.getValue())));
  }

  private static MessageAttributeValue text(String value) {
    return MessageAttributeValue.builder().dataType("String").stringValue(value).build();
  }

  private void invoke(Call call) {
    functions
        .find(call.arn())
        .orElseThrow(() -> new NoSuchElementException(call.arn()))
        .call(call.input().getBytes(StandardCharsets.UTF_8));
  }
}
