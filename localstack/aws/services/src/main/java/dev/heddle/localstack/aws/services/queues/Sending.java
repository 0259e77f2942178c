package dev.heddle.localstack.aws.services.queues;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.services.Database;
import dev.heddle.localstack.aws.services.Input;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes messages in; what it answered for is on disk. */
final class Sending {
  private final Database database;
  private final MessageTable messages;
  private final Arrivals arrivals;
  private final InstantSource clock;

  Sending(Database database, MessageTable messages, Arrivals arrivals, InstantSource clock) {
    this.database = database;
    this.messages = messages;
    this.arrivals = arrivals;
    this.clock = clock;
  }

  Object send(Queue queue, Input input) {
    Draft draft = Draft.read(queue, input);
    long now = clock.millis();
    var sent = database.write(sql -> messages.send(sql, queue, draft, now));
    arrivals.announce(queue.name());
    return answer(queue, draft, sent);
  }

  Object sendBatch(Queue queue, Input input) {
    List<Input> entries = Batches.entries(input);
    Map<String, Draft> drafts = new LinkedHashMap<>();
    List<Object> failed = new ArrayList<>();
    for (Input entry : entries) {
      String id = entry.required("Id");
      Batches.attempt(id, failed, () -> drafts.put(id, Draft.read(queue, entry)));
    }
    checkSize(drafts);
    return Map.of("Successful", sendAll(queue, drafts), "Failed", failed);
  }

  private List<Object> sendAll(Queue queue, Map<String, Draft> drafts) {
    long now = clock.millis();
    List<Object> answers =
        database.write(
            sql -> {
              List<Object> sent = new ArrayList<>();
              for (var entry : drafts.entrySet()) {
                Draft draft = entry.getValue();
                var answer = answer(queue, draft, messages.send(sql, queue, draft, now));
                answer.put("Id", entry.getKey());
                sent.add(answer);
              }
              return sent;
            });
    arrivals.announce(queue.name());
    return answers;
  }

  private static Map<String, Object> answer(Queue queue, Draft draft, MessageTable.Sent sent) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("MessageId", sent.id());
    answer.put("MD5OfMessageBody", Digests.md5(draft.body()));
    if (!draft.attributes().values().isEmpty()) {
      answer.put("MD5OfMessageAttributes", Digests.md5(draft.attributes()));
    }
    if (!draft.system().values().isEmpty()) {
      answer.put("MD5OfMessageSystemAttributes", Digests.md5(draft.system()));
    }
    if (queue.fifo()) {
      answer.put("SequenceNumber", Message.sequence(sent.number()));
    }
    return answer;
  }

  private static void checkSize(Map<String, Draft> drafts) {
    int bytes = drafts.values().stream().mapToInt(Draft::bytes).sum();
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
