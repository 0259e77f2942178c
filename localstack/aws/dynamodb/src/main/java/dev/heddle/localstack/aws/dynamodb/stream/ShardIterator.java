package dev.heddle.localstack.aws.dynamodb.stream;

import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A place in a stream.
 *
 * @param after the sequence number it comes after
 * @param issued milliseconds since 1970
 */
record ShardIterator(String streamArn, long after, long issued) {
  private static final String SEPARATOR = "|1|";

  String text() {
    byte[] place = (after + "/" + issued).getBytes(StandardCharsets.US_ASCII);
    return streamArn + SEPARATOR + Base64.getEncoder().encodeToString(place);
  }

  static ShardIterator parse(String text) {
    int separator = text.lastIndexOf(SEPARATOR);
    try {
      byte[] place = Base64.getDecoder().decode(text.substring(separator + SEPARATOR.length()));
      String[] numbers = new String(place, StandardCharsets.US_ASCII).split("/", 2);
      return new ShardIterator(
          text.substring(0, separator), Long.parseLong(numbers[0]), Long.parseLong(numbers[1]));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw DynamoDbFaults.validation("Invalid ShardIterator");
    }
  }
}
