package dev.heddle.localstack.aws.stepfunctions.definition;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Points in time as the language writes them: ISO 8601 with an offset. */
public final class IsoTimestamps {
  private IsoTimestamps() {}

  /** The instant of a timestamp; empty when it is not one. */
  public static Optional<Instant> read(String text) {
    try {
      return Optional.of(
          OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME).toInstant());
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  static boolean valid(JsonNode value) {
    return value.isString() && read(value.stringValue()).isPresent();
  }
}
