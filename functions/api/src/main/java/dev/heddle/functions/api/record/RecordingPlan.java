package dev.heddle.functions.api.record;

import dev.heddle.functions.publishing.BuildRunMaps;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.statemachines.language.RunMap;
import dev.heddle.statemachines.language.SourceMap;

/** What of a build its runs' records are written by. */
record RecordingPlan(SourceMap source, RunMap map) {

  static RecordingPlan of(WorkflowBuild build) {
    return new RecordingPlan(build.sourceMap(), BuildRunMaps.runMap(build));
  }
}
