package dev.heddle.functions.api.record;

import dev.heddle.functions.publishing.Containers;
import dev.heddle.functions.publishing.GeneratedCatalog;
import dev.heddle.functions.publishing.Triggers;
import dev.heddle.functions.spec.workflow.Build;
import dev.heddle.statemachines.language.SourceMap;

/**
 * What of a build its runs' records are written by.
 *
 * @param asks whether its runs can ask people
 * @param errorWorkflow the id of the workflow that is told when a run fails; empty for none
 */
record Blueprint(SourceMap source, Containers containers, boolean asks, String errorWorkflow) {

  static Blueprint of(Build build) {
    return new Blueprint(
        build.sourceMap(),
        new Containers(build.graph()),
        Triggers.asks(build.graph(), GeneratedCatalog.vocabulary()),
        build.graph().path("settings").path("errorWorkflow").asString(""));
  }
}
