package dev.heddle.localstack.aws.dynamodb.stream;

import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.request.RequestConstraints;
import dev.heddle.localstack.aws.dynamodb.store.ChangeLog;
import java.math.BigInteger;
import java.util.Objects;

/** From where on a reader wants the records of a shard. */
sealed interface ShardPosition {

  /** From the oldest on. */
  record TrimHorizon() implements ShardPosition {}

  /** Only what is still to come. */
  record Latest() implements ShardPosition {}

  /** After a record. */
  record After(long sequence) implements ShardPosition {}

  /** The sequence number that the first record comes after. */
  default long after(ChangeLog changes) {
    return switch (this) {
      case TrimHorizon() -> 0;
      case Latest() -> changes.last();
      case After(long sequence) -> sequence;
    };
  }

  static ShardPosition read(InputStructure input) {
    String type = input.text("ShardIteratorType");
    new RequestConstraints()
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
      case "TRIM_HORIZON" -> new TrimHorizon();
      case "AT_SEQUENCE_NUMBER" -> new After(sequence(input) - 1);
      default -> new After(sequence(input));
    };
  }

  private static long sequence(InputStructure input) {
    String text = input.text("SequenceNumber");
    new RequestConstraints()
        .present("sequenceNumber", text)
        .length("sequenceNumber", text, 21, 40)
        .enforce();
    try {
      BigInteger base = new BigInteger(StreamRecordWriter.sequence(0));
      return new BigInteger(Objects.requireNonNull(text)).subtract(base).longValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw DynamoDbFaults.validation("Invalid SequenceNumber");
    }
  }
}
