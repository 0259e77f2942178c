package dev.heddle.statemachines.language;

import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * A compiled drawing.
 *
 * @param definition the Amazon States Language document
 * @param kind whether it is to run as Standard or Express
 * @param kindReason one sentence why
 * @param sourceMap from states and variables back to nodes
 * @param runMap what its runs can do, by node
 * @param explanation one sentence for each drawn part: what it became and why
 */
public record CompiledMachine(
    JsonNode definition,
    Kind kind,
    String kindReason,
    SourceMap sourceMap,
    RunMap runMap,
    List<String> explanation) {

  /** The two kinds of Step Functions workflow. */
  public enum Kind {
    STANDARD,
    EXPRESS
  }
}
