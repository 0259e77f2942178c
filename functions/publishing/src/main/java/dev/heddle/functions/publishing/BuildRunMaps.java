package dev.heddle.functions.publishing;

import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.compiler.RunMapBuilder;
import dev.heddle.statemachines.language.RunMap;

/**
 * The run maps of builds. Those that were stored before there were any get theirs from the drawing,
 * which a build keeps as it was compiled.
 */
public final class BuildRunMaps {
  private BuildRunMaps() {}

  /** What runs of a build can do. */
  public static RunMap runMap(WorkflowBuild build) {
    RunMap stored = build.runMap();
    return stored == null ? RunMapBuilder.of(build.graph(), GeneratedCatalog.vocabulary()) : stored;
  }

  /**
   * The build with its run map, kept if it was stored without one. Only the writer of runs asks
   * this: every run comes by there, so that who merely reads needs no right to write builds.
   */
  public static WorkflowBuild completed(Workflows workflows, WorkflowBuild build) {
    if (build.runMap() != null) {
      return build;
    }
    WorkflowBuild complete = build.with(runMap(build));
    workflows.keepRunMap(complete);
    return complete;
  }
}
