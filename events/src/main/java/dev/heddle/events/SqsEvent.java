package dev.heddle.events;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A batch of SQS messages as Lambda's event source mapping delivers it. */
public record SqsEvent(List<Message> Records) {

  /**
   * One message; {@code attributes} holds ApproximateReceiveCount and SentTimestamp among others.
   */
  public record Message(
      String messageId,
      String receiptHandle,
      String body,
      Map<String, String> attributes,
      String eventSourceARN,
      @Nullable String awsRegion) {}
}
