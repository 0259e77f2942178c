package dev.heddle.localstack.aws.dynamodb.table;

import dev.heddle.localstack.aws.dynamodb.request.Constraints;
import dev.heddle.localstack.aws.dynamodb.request.Faults;
import dev.heddle.localstack.aws.dynamodb.request.Input;
import dev.heddle.localstack.aws.dynamodb.schema.StreamSettings;
import dev.heddle.localstack.aws.dynamodb.schema.StreamSettings.View;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the stream specification of a request. */
final class Streaming {
  private static final DateTimeFormatter LABEL =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private Streaming() {}

  /** The stream after the request; the one before if it says nothing. */
  static @Nullable StreamSettings after(
      Input input, @Nullable StreamSettings before, InstantSource clock) {
    Input given = input.object("StreamSpecification");
    if (given == null) {
      return before;
    }
    boolean enabled = given.flag("StreamEnabled", false);
    String view = given.text("StreamViewType");
    new Constraints()
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
      throw Faults.invalid("StreamEnabled is true, but StreamViewType is not specified");
    }
    if (before != null && before.enabled()) {
      throw Faults.validation("Table already has an enabled stream: " + before.label());
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
      throw Faults.invalid("StreamEnabled is false, but StreamViewType is specified");
    }
    return before == null ? null : new StreamSettings(before.label(), before.view(), false);
  }
}
