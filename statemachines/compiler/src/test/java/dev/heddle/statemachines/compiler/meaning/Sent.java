package dev.heddle.statemachines.compiler.meaning;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a node sent its function, if it came to that. */
final class Sent {
  @Nullable JsonNode config;
}
