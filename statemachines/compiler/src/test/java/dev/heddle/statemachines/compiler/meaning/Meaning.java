package dev.heddle.statemachines.compiler.meaning;

import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * What a run should do.
 *
 * @param errors the errors any of which may end the run; none if it succeeds
 */
record Meaning(Trace trace, Set<String> errors, JsonNode output) {

  /** The nodes that do their work for certain. */
  Set<String> ran() {
    return trace.certain().stream().map(Trace.Entry::node).collect(Collectors.toSet());
  }
}
