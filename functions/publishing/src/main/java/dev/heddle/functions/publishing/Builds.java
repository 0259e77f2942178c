package dev.heddle.functions.publishing;

import dev.heddle.functions.spec.workflow.Build;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.compiler.RunMaps;
import dev.heddle.statemachines.language.RunMap;

/**
 * The run maps of builds. Those that were stored before there were any get theirs from the drawing,
 * which a build keeps as it was compiled.
 */
public final class Builds {
  private Builds() {}

  /** What runs of a build can do. */
  public static RunMap runMap(Build build) {
    RunMap kept = build.runMap();
    return kept == null ? RunMaps.of(build.graph(), GeneratedCatalog.vocabulary()) : kept;
  }

  /**
   * The build with its run map, kept if it was stored without one. Only the writer of runs asks
   * this: every run comes by there, so that who merely reads needs no right to write builds.
   */
  public static Build completed(Workflows workflows, Build build) {
    if (build.runMap() != null) {
      return build;
    }
    Build complete = build.with(runMap(build));
    workflows.keepRunMap(complete);
    return complete;
  }
}
