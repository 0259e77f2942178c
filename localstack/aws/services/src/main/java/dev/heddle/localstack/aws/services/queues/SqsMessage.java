package dev.heddle.localstack.aws.services.queues;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message in a queue.
 *
 * @param number its place in the order of arrival
 * @param sent epoch milliseconds
 * @param visible epoch milliseconds from which it may be received
 * @param receives how often it was received, in all queues
 * @param receivesHere how often it was received since it came to this queue
 * @param firstReceived epoch milliseconds, 0 before
 * @param receipt the nonce of the latest receipt, null while no one has received it
 */
record SqsMessage(
    long number,
    String id,
    String body,
    MessageAttributes attributes,
    MessageAttributes system,
    long sent,
    long visible,
    int receives,
    int receivesHere,
    long firstReceived,
    @Nullable String group,
    @Nullable String deduplication,
    @Nullable String deadLetterSource,
    @Nullable String receipt) {

  static SqsMessage of(ResultSet row) throws SQLException {
    return new SqsMessage(
        row.getLong("number"),
        row.getString("id"),
        row.getString("body"),
        MessageAttributes.parse(row.getString("attributes")),
        MessageAttributes.parse(row.getString("system")),
        row.getLong("sent"),
        row.getLong("visible"),
        row.getInt("receives"),
        row.getInt("receives_here"),
        row.getLong("first_received"),
        row.getString("message_group"),
        row.getString("deduplication"),
        row.getString("dead_letter_source"),
        row.getString("receipt"));
  }

  SqsMessage received(String newReceipt, long now, long until) {
    return new SqsMessage(
        number,
        id,
        body,
        attributes,
        system,
        sent,
        until,
        receives + 1,
        receivesHere + 1,
        firstReceived == 0 ? now : firstReceived,
        group,
        deduplication,
        deadLetterSource,
        newReceipt);
  }

  Optional<String> sequence() {
    return group == null || deduplication == null
        ? Optional.empty()
        : Optional.of(sequence(number));
  }

  /** The sequence number of a message of a FIFO queue: 20 digits. */
  static String sequence(long number) {
    return "%020d".formatted(number);
  }
}
