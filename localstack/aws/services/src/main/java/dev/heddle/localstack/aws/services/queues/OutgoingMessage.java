package dev.heddle.localstack.aws.services.queues;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.services.RequestInput;
import java.util.Optional;
import java.util.regex.Pattern;

/** A message that someone wants to send, checked against what its queue takes. */
record OutgoingMessage(
    String body,
    MessageAttributes attributes,
    MessageAttributes system,
    int delaySeconds,
    Optional<String> group,
    Optional<String> deduplication) {
  private static final Pattern TOKEN = Pattern.compile("[\\p{Alnum}\\p{Punct}]{1,128}");

  static OutgoingMessage read(SqsQueue queue, RequestInput input) {
    OutgoingMessage draft =
        new OutgoingMessage(
            input.required("MessageBody"),
            MessageAttributes.read(input, "MessageAttributes"),
            MessageAttributes.read(input, "MessageSystemAttributes"),
            input.integer("DelaySeconds", 0, 900).orElse(queue.number("DelaySeconds")),
            token(input, "MessageGroupId"),
            token(input, "MessageDeduplicationId"));
    draft.checkText();
    draft.checkSize(queue);
    return queue.fifo() ? draft.forFifo(queue, input) : draft.forStandard();
  }

  int bytes() {
    return body.getBytes(UTF_8).length + attributes.bytes();
  }

  private OutgoingMessage forFifo(SqsQueue queue, RequestInput input) {
    if (group.isEmpty()) {
      throw new AwsFault(
          "MissingParameter", "The request must contain the parameter MessageGroupId.");
    }
    if (deduplication.isEmpty() && !queue.is("ContentBasedDeduplication")) {
      throw invalid(
          "The queue should either have ContentBasedDeduplication enabled or"
              + " MessageDeduplicationId provided explicitly");
    }
    if (input.has("DelaySeconds") && delaySeconds != queue.number("DelaySeconds")) {
      throw invalid("A FIFO queue delays all its messages alike; set DelaySeconds of the queue");
    }
    String id = deduplication.orElseGet(() -> MessageChecksums.sha256(body));
    return new OutgoingMessage(body, attributes, system, delaySeconds, group, Optional.of(id));
  }

  private OutgoingMessage forStandard() {
    if (deduplication.isPresent()) {
      throw invalid("The queue is no FIFO queue, so MessageDeduplicationId cannot be given");
    }
    return this;
  }

  private void checkSize(SqsQueue queue) {
    int limit = queue.number("MaximumMessageSize");
    if (bytes() > limit) {
      throw invalid(
          "One or more parameters are invalid. Reason: Message must be shorter than "
              + limit
              + " bytes.");
    }
  }

  private void checkText() {
    if (!body.codePoints().allMatch(OutgoingMessage::allowed)) {
      throw new AwsFault(
          "InvalidMessageContents", "The message contains characters outside the allowed set.");
    }
  }

  private static boolean allowed(int point) {
    return point == '\t'
        || point == '\n'
        || point == '\r'
        || (point >= 0x20 && point <= 0xD7FF)
        || (point >= 0xE000 && point <= 0xFFFD)
        || point >= 0x10000;
  }

  private static Optional<String> token(RequestInput input, String member) {
    Optional<String> token = input.text(member);
    if (token.filter(text -> !TOKEN.matcher(text).matches()).isPresent()) {
      throw invalid(member + " takes 1 to 128 alphanumeric or punctuation characters");
    }
    return token;
  }

  private static AwsFault invalid(String why) {
    return new AwsFault("InvalidParameterValue", why);
  }
}
