package dev.heddle.functions.aws.cloud;

import dev.heddle.events.IntakeMessage;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.IntakeQueue;
import dev.heddle.functions.spec.shape.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import software.amazon.awssdk.services.sqs.SqsClient;

/** The intake queue in SQS. */
public final class SqsIntakeQueue implements IntakeQueue {
  /** What a message of the queue holds, in bytes. */
  private static final int MOST = 256 * 1024;

  private final Supplier<SqsClient> client;
  private final String queueUrl;

  /** The queue at this address. */
  public SqsIntakeQueue(Supplier<SqsClient> client, String queueUrl) {
    this.client = client;
    this.queueUrl = queueUrl;
  }

  @Override
  public void send(IntakeMessage message) {
    String body = WireJson.MAPPER.writeValueAsString(message);
    if (body.getBytes(StandardCharsets.UTF_8).length > MOST) {
      throw new Fault(new Problem.TooLarge(MOST));
    }
    client.get().sendMessage(r -> r.queueUrl(queueUrl).messageBody(body));
  }
}
