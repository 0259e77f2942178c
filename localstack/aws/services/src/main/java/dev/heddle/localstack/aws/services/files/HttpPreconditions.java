package dev.heddle.localstack.aws.services.files;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/** The conditions of a request on what is there: by ETag, else by time. */
final class HttpPreconditions {
  private HttpPreconditions() {}

  /** Whether a reader already has what is there; throws when a condition of his doesn't hold. */
  static boolean notModified(S3Call call, S3Object object) {
    Optional<String> match = call.header("if-match");
    if (match.isPresent()
        ? !names(match.get(), object)
        : modifiedSince(call, "if-unmodified-since", object)) {
      throw S3Faults.preconditionFailed();
    }
    Optional<String> noneMatch = call.header("if-none-match");
    return noneMatch.isPresent()
        ? names(noneMatch.get(), object)
        : time(call, "if-modified-since").isPresent()
            && !modifiedSince(call, "if-modified-since", object);
  }

  /** Refuses a writer whose condition on what is there doesn't hold. */
  static void checkWrite(S3Call call, Optional<S3Object> there) {
    Optional<S3Object> object = there.filter(found -> !found.marker());
    if (call.header("if-none-match").isPresent() && object.isPresent()) {
      throw S3Faults.preconditionFailed();
    }
    call.header("if-match")
        .ifPresent(
            tags -> {
              if (!names(tags, object.orElseThrow(S3Faults::noSuchKey))) {
                throw S3Faults.preconditionFailed();
              }
            });
  }

  private static boolean names(String tags, S3Object object) {
    return Arrays.stream(tags.split(","))
        .map(tag -> tag.strip().replace("\"", ""))
        .anyMatch(tag -> tag.equals("*") || tag.equals(object.etag()));
  }

  private static boolean modifiedSince(S3Call call, String header, S3Object object) {
    return time(call, header)
        .filter(since -> object.modified().truncatedTo(ChronoUnit.SECONDS).isAfter(since))
        .isPresent();
  }

  private static Optional<Instant> time(S3Call call, String header) {
    try {
      return call.header(header)
          .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty(); // HTTP ignores a date it can't read
    }
  }
}
