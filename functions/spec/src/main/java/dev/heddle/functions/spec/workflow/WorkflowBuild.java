package dev.heddle.functions.spec.workflow;

import dev.heddle.statemachines.language.CompiledMachine.Kind;
import dev.heddle.statemachines.language.RunMap;
import dev.heddle.statemachines.language.SourceMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A compiled graph that can be run: a published version's, or a draft's.
 *
 * @param id {@code v3}, or {@code d} and a hash for a draft
 * @param version the published version; 0 for a draft
 * @param versionArn the state machine version
 * @param runMap null for a build stored before there were run maps
 */
public record WorkflowBuild(
    String workflow,
    String id,
    long version,
    String versionArn,
    Kind kind,
    JsonNode graph,
    SourceMap sourceMap,
    @Nullable RunMap runMap) {

  /** The same build with its run map. */
  public WorkflowBuild with(RunMap map) {
    return new WorkflowBuild(workflow, id, version, versionArn, kind, graph, sourceMap, map);
  }
}
