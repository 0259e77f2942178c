package dev.heddle.statemachines.compiler.meaning;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How a node, or a part of a drawing, ended. */
sealed interface Done {

  Span span();

  /** It left by a port; a part of a drawing has none. */
  record Left(String port, JsonNode output, Span span) implements Done {}

  /** It failed, by any one of these failures. */
  record Failed(Set<Failure> failures, Span span) implements Done {

    Failed(String error, @Nullable String cause, Span span) {
      this(Set.of(new Failure(error, cause)), span);
    }
  }

  /** An error by its name, and its cause; {@code *} is one that isn't ours to say. */
  record Failure(String error, @Nullable String cause) {}
}
