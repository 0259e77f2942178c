package dev.heddle.localstack.aws.services.files;

import dev.heddle.localstack.aws.edge.AwsFault;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/** The expiry of a presigned URL; its signature is not verified, as no signature is. */
final class PresignedUrl {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'");
  private static final Duration LONGEST = Duration.ofDays(7);

  private PresignedUrl() {}

  static void check(Map<String, List<String>> query, Instant now) {
    if (query.containsKey("X-Amz-Signature") && !now.isBefore(end(query))) {
      throw new AwsFault(403, "AccessDenied", "Request has expired");
    }
  }

  private static Instant end(Map<String, List<String>> query) {
    try {
      Instant from = LocalDateTime.parse(only(query, "X-Amz-Date"), DATE).toInstant(ZoneOffset.UTC);
      Duration valid = Duration.ofSeconds(Integer.parseInt(only(query, "X-Amz-Expires")));
      if (!valid.isNegative() && valid.compareTo(LONGEST) <= 0) {
        return from.plus(valid);
      }
    } catch (DateTimeException | NumberFormatException e) {
      throw malformed();
    }
    throw malformed();
  }

  private static String only(Map<String, List<String>> query, String name) {
    return query.getOrDefault(name, List.of("")).getFirst();
  }

  private static AwsFault malformed() {
    return new AwsFault(
        "AuthorizationQueryParametersError",
        "X-Amz-Date must be a date and X-Amz-Expires 0 to 604800 seconds");
  }
}
