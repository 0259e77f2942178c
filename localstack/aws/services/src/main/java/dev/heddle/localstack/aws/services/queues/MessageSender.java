package dev.heddle.localstack.aws.services.queues;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.services.RequestInput;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes messages in; what it answered for is on disk. */
final class MessageSender {
  private final ServiceDatabase database;
  private final MessageTable messages;
  private final ArrivalSignals arrivalSignals;
  private final InstantSource clock;

  MessageSender(
      ServiceDatabase database,
      MessageTable messages,
      ArrivalSignals arrivalSignals,
      InstantSource clock) {
    this.database = database;
    this.messages = messages;
    this.arrivalSignals = arrivalSignals;
    this.clock = clock;
  }

  Object send(SqsQueue queue, RequestInput input) {
    OutgoingMessage draft = OutgoingMessage.read(queue, input);
    long now = clock.millis();
    var sent = database.write(sql -> messages.send(sql, queue, draft, now));
    // After the commit: a receiver woken before would find nothing and wait for the next message.
    arrivalSignals.announce(queue.name());
    return answer(queue, draft, sent);
  }

  Object sendBatch(SqsQueue queue, RequestInput input) {
    List<RequestInput> entries = BatchEntries.entries(input);
    Map<String, OutgoingMessage> drafts = new LinkedHashMap<>();
    List<Object> failed = new ArrayList<>();
    for (RequestInput entry : entries) {
      String id = entry.required("Id");
      BatchEntries.attempt(id, failed, () -> drafts.put(id, OutgoingMessage.read(queue, entry)));
    }
    checkSize(drafts);
    return Map.of("Successful", sendAll(queue, drafts), "Failed", failed);
  }

  private List<Object> sendAll(SqsQueue queue, Map<String, OutgoingMessage> drafts) {
    // One time for the whole batch, and one write: its messages keep their order.
    long now = clock.millis();
    List<Object> answers =
        database.write(
            sql -> {
              List<Object> sent = new ArrayList<>();
              for (var entry : drafts.entrySet()) {
                OutgoingMessage draft = entry.getValue();
                var answer = answer(queue, draft, messages.send(sql, queue, draft, now));
                answer.put("Id", entry.getKey());
                sent.add(answer);
              }
              return sent;
            });
    arrivalSignals.announce(queue.name());
    return answers;
  }

  private static Map<String, Object> answer(
      SqsQueue queue, OutgoingMessage draft, MessageTable.SendResult sent) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("MessageId", sent.id());
    answer.put("MD5OfMessageBody", MessageChecksums.md5(draft.body()));
    if (!draft.attributes().values().isEmpty()) {
      answer.put("MD5OfMessageAttributes", MessageChecksums.md5(draft.attributes()));
    }
    if (!draft.system().values().isEmpty()) {
      answer.put("MD5OfMessageSystemAttributes", MessageChecksums.md5(draft.system()));
    }
    if (queue.fifo()) {
      answer.put("SequenceNumber", SqsMessage.sequence(sent.number()));
    }
    return answer;
  }

  private static void checkSize(Map<String, OutgoingMessage> drafts) {
    int bytes = drafts.values().stream().mapToInt(OutgoingMessage::bytes).sum();
    if (bytes > QueueAttributes.MESSAGE_BYTES) {
      throw new AwsFault(
          "BatchRequestTooLong",
          "Batch requests cannot be longer than "
              + QueueAttributes.MESSAGE_BYTES
              + " bytes. You have sent "
              + bytes
              + " bytes.");
    }
  }
}
