package dev.heddle.functions.aws.entity.run;

import dev.heddle.events.RunParent;
import dev.heddle.functions.aws.table.TableItem;
import dev.heddle.functions.aws.table.TimeSortKeys;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.shape.WireJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Runs as items: the header is what lists show, input and output have items of their own. */
final class RunItems {
  /** How much of a cause the header keeps, in characters: it is written to three indexes. */
  private static final int CAUSE = 2_000;

  private RunItems() {}

  static TableItem header(RunKeys keys, Run run, long stored, long since) {
    return TableItem.at(keys.header(run.id()))
        .set("newest", keys.list())
        .set("parent", keys.ofWorkflow(run.workflow()))
        .set("standing", keys.standing(run.status()))
        .set("at", TimeSortKeys.key(run.startedAt(), run.id()))
        .set("stored", stored)
        .set("since", since)
        .set("id", run.id())
        .set("workflow", run.workflow())
        .set("workflowName", run.workflowName())
        .set("version", run.version())
        .set("build", run.build())
        .set("trigger", run.trigger())
        .set("calledBy", run.parent() == null ? null : WireJson.MAPPER.valueToTree(run.parent()))
        .set("status", run.status())
        .set("startedAt", run.startedAt())
        .set("endedAt", run.endedAt())
        .set("error", run.error())
        .set("cause", shortened(run.cause()))
        .set("input", run.input() == null ? null : true)
        .set("output", run.output() == null ? null : true);
  }

  private static @Nullable String shortened(@Nullable String cause) {
    return cause == null || cause.length() <= CAUSE ? cause : cause.substring(0, CAUSE) + "…";
  }

  static Run run(TableItem header, @Nullable JsonNode input, @Nullable JsonNode output) {
    return new Run(
        header.text("id"),
        header.text("workflow"),
        header.text("workflowName"),
        header.count("version"),
        header.text("build"),
        header.text("trigger"),
        header
            .findJson("calledBy")
            .map(json -> WireJson.MAPPER.treeToValue(json, RunParent.class))
            .orElse(null),
        Run.Status.valueOf(header.text("status")),
        header.instant("startedAt"),
        header.findInstant("endedAt").orElse(null),
        input,
        output,
        header.findText("error").orElse(null),
        header.findText("cause").orElse(null));
  }
}
