package dev.heddle.functions.api.live;

import dev.heddle.functions.spec.shape.WireJson;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** What a connection asks for. */
record SubscriptionRequest(boolean unsubscribes, String topic) {
  private static final int LONGEST = 1_000;
  private static final Pattern TOPIC = Pattern.compile("[a-z]{1,20}(:[A-Za-z0-9_-]{1,100})?");

  /** The wish in a message; empty when it is none. */
  static Optional<SubscriptionRequest> read(@Nullable String body) {
    if (body == null || body.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      return read(WireJson.MAPPER.readTree(body));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<SubscriptionRequest> read(JsonNode message) {
    String topic = message.path("topic").asString("");
    return switch (message.path("action").asString("")) {
      case "subscribe" -> of(false, topic);
      case "unsubscribe" -> of(true, topic);
      default -> Optional.empty();
    };
  }

  private static Optional<SubscriptionRequest> of(boolean leaves, String topic) {
    return TOPIC.matcher(topic).matches()
        ? Optional.of(new SubscriptionRequest(leaves, topic))
        : Optional.empty();
  }
}
