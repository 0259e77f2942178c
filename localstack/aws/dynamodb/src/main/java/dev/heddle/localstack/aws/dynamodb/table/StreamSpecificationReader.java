package dev.heddle.localstack.aws.dynamodb.table;

import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.request.RequestConstraints;
import dev.heddle.localstack.aws.dynamodb.schema.StreamSettings;
import dev.heddle.localstack.aws.dynamodb.schema.StreamSettings.View;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the stream specification of a request. */
final class StreamSpecificationReader {
  private static final DateTimeFormatter LABEL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private StreamSpecificationReader() {}

  /** The stream after the request; the one before if it says nothing. */
  static @Nullable StreamSettings after(
      InputStructure input, @Nullable StreamSettings before, InstantSource clock) {
    InputStructure given = input.object("StreamSpecification");
    if (given == null) {
      return before;
    }
    boolean enabled = given.flag("StreamEnabled", false);
    String view = given.text("StreamViewType");
    new RequestConstraints()
        .oneOf(
            "streamSpecification.streamViewType",
            view,
            "NEW_IMAGE",
            "OLD_IMAGE",
            "NEW_AND_OLD_IMAGES",
            "KEYS_ONLY")
        .enforce();
    return enabled ? enabled(view, before, clock) : disabled(view, before);
  }

  private static StreamSettings enabled(
      @Nullable String view, @Nullable StreamSettings before, InstantSource clock) {
    if (view == null) {
      throw DynamoDbFaults.invalid("StreamEnabled is true, but StreamViewType is not specified");
    }
    if (before != null && before.enabled()) {
      throw DynamoDbFaults.validation("Table already has an enabled stream: " + before.label());
    }
    return new StreamSettings(label(before, clock.instant()), View.valueOf(view), true);
  }

  private static String label(@Nullable StreamSettings before, Instant now) {
    String label = LABEL.format(now);
    boolean taken = before != null && before.label().equals(label);
    return taken ? LABEL.format(now.plusMillis(1)) : label;
  }

  private static @Nullable StreamSettings disabled(
      @Nullable String view, @Nullable StreamSettings before) {
    if (view != null) {
      throw DynamoDbFaults.invalid("StreamEnabled is false, but StreamViewType is specified");
    }
    return before == null ? null : new StreamSettings(before.label(), before.view(), false);
  }
}
