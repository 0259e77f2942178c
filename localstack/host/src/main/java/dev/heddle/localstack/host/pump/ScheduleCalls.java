package dev.heddle.localstack.host.pump;

import dev.heddle.localstack.aws.services.scheduler.ScheduleTargets;
import dev.heddle.localstack.host.functions.FunctionHost;
import java.nio.charset.StandardCharsets;
import java.util.NoSuchElementException;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What EventBridge Scheduler calls at a due time: queues, state machines and functions. */
public final class ScheduleCalls implements ScheduleTargets {
  private final Supplier<SqsClient> queues;
  private final Supplier<SfnClient> machines;
  private final FunctionHost functions;

  /** Calls through these clients. */
  public ScheduleCalls(
      Supplier<SqsClient> queues, Supplier<SfnClient> machines, FunctionHost functions) {
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
      default -> throw new IllegalArgumentException("No schedule can call " + call.arn() + " here");
    }
  }

  private void send(Call call) {
    String queue = call.arn().substring(call.arn().lastIndexOf(':') + 1);
    String url = queues.get().getQueueUrl(get -> get.queueName(queue)).queueUrl();
    queues
        .get()
        .sendMessage(
            send -> {
              send.queueUrl(url).messageBody(call.input());
              call.messageGroup().ifPresent(send::messageGroupId);
            });
  }

  private void invoke(Call call) {
    functions
        .find(call.arn())
        .orElseThrow(() -> new NoSuchElementException(call.arn()))
        .call(call.input().getBytes(StandardCharsets.UTF_8));
  }
}
