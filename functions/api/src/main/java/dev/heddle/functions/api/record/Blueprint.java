package dev.heddle.functions.api.record;

import dev.heddle.functions.publishing.Builds;
import dev.heddle.functions.spec.workflow.Build;
import dev.heddle.statemachines.language.RunMap;
import dev.heddle.statemachines.language.SourceMap;

/** What of a build its runs' records are written by. */
record Blueprint(SourceMap source, RunMap map) {

  static Blueprint of(Build build) {
    return new Blueprint(build.sourceMap(), Builds.runMap(build));
  }
}
