package dev.heddle.localstack.aws.dynamodb.stream;

import dev.heddle.localstack.aws.dynamodb.request.Constraints;
import dev.heddle.localstack.aws.dynamodb.request.Faults;
import dev.heddle.localstack.aws.dynamodb.request.Input;
import dev.heddle.localstack.aws.dynamodb.store.Changes;
import java.math.BigInteger;
import java.util.Objects;

/** From where on a reader wants the records of a shard. */
sealed interface ShardPosition {

  /** From the oldest on. */
  record Oldest() implements ShardPosition {}

  /** Only what is still to come. */
  record Latest() implements ShardPosition {}

  /** After a record. */
  record After(long sequence) implements ShardPosition {}

  /** The sequence number that the first record comes after. */
  default long after(Changes changes) {
    return switch (this) {
      case Oldest() -> 0;
      case Latest() -> changes.last();
      case After(long sequence) -> sequence;
    };
  }

  static ShardPosition read(Input input) {
    String type = input.text("ShardIteratorType");
    new Constraints()
        .present("shardIteratorType", type)
        .oneOf(
            "shardIteratorType",
            type,
            "AFTER_SEQUENCE_NUMBER",
            "LATEST",
            "AT_SEQUENCE_NUMBER",
            "TRIM_HORIZON")
        .enforce();
    return switch (Objects.requireNonNull(type)) {
      case "LATEST" -> new Latest();
      case "TRIM_HORIZON" -> new Oldest();
      case "AT_SEQUENCE_NUMBER" -> new After(sequence(input) - 1);
      default -> new After(sequence(input));
    };
  }

  private static long sequence(Input input) {
    String text = input.text("SequenceNumber");
    new Constraints()
        .present("sequenceNumber", text)
        .length("sequenceNumber", text, 21, 40)
        .enforce();
    try {
      BigInteger base = new BigInteger(Records.sequence(0));
      return new BigInteger(Objects.requireNonNull(text)).subtract(base).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw Faults.validation("Invalid SequenceNumber");
    }
  }
}
