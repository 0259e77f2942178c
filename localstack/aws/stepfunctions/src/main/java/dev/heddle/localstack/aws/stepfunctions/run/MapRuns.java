package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.DistributedMap;
import dev.heddle.localstack.aws.stepfunctions.definition.StateDefinition;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.run.Phase.Mapping;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionProgress;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStatus;
import dev.heddle.localstack.aws.stepfunctions.store.MapRun;
import dev.heddle.localstack.aws.stepfunctions.store.StoredExecution;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Map runs: their ARNs, what is shown of them, and the executions of their items. */
final class MapRuns {
  private static final long EXPRESS_MILLIS = 300_000;

  private MapRuns() {}

  static String arn(StateVisit stateVisit, DistributedMap distribution) {
    Execution parent = stateVisit.turn().run.execution;
    String label = distribution.label() == null ? stateVisit.state().name() : distribution.label();
    String unique =
        unique(parent.arn() + "/" + stateVisit.scope().id + "/" + stateVisit.scope().sequence);
    String[] parts = parent.arn().split(":");
    return String.join(":", parts[0], parts[1], parts[2], parts[3], parts[4])
        + ":mapRun:"
        + parent.machineName()
        + "/"
        + label.replaceAll("[^A-Za-z0-9_-]", "_")
        + ":"
        + unique;
  }

  private static String unique(String key) {
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)).toString();
  }

  static void write(StateVisit stateVisit, Mapping mapping, ExecutionStatus status) {
    Execution parent = stateVisit.turn().run.execution;
    long started = stateVisit.scope().enteredAt;
    Long stopped = status.ended() ? Long.valueOf(stateVisit.turn().millis()) : null;
    var shown =
        new MapRun(
            mapping.mapRun(),
            parent.arn(),
            parent.machineArn(),
            status,
            started,
            stopped,
            mapping.length(),
            mapping.limit(),
            mapping.tolerated());
    String body = Json.mapper().writeValueAsString(shown);
    stateVisit.turn().document(MapRun.KIND, mapping.mapRun(), body);
  }

  /** Starts the execution of one item, under a name that only it has. */
  static Effect start(StateVisit stateVisit, Mapping mapping, int index, JsonNode input) {
    LiveExecution run = stateVisit.turn().run;
    Execution parent = run.execution;
    StateDefinition.MapState each = (StateDefinition.MapState) stateVisit.state();
    boolean express = each.distribution() != null && each.distribution().express();
    long now = stateVisit.turn().millis();
    String name = unique(mapping.mapRun() + "/" + index);
    Execution child =
        new Execution(
            stateVisit.transitions().nextExecution(),
            childArn(mapping.mapRun(), name, express),
            parent.machineArn(),
            parent.versionArn(),
            parent.aliasArn(),
            name,
            parent.roleArn(),
            parent.owner(),
            express,
            parent.definition(),
            Json.text(input),
            null,
            now,
            express ? Long.valueOf(now + EXPRESS_MILLIS) : null,
            new Execution.Parent(parent.id(), stateVisit.scope().id, stateVisit.scope().sequence),
            new Execution.Item(mapping.mapRun(), each.name(), index));
    return new Effect.StartItem(
        child, run.machine.mapProcessor(each.name()), run.progress.redrives());
  }

  private static String childArn(String mapRun, String name, boolean express) {
    String kind = express ? ":express:" : ":execution:";
    String prefix = mapRun.substring(0, mapRun.lastIndexOf(':')).replace(":mapRun:", kind);
    return prefix + ":" + name + (express ? ":" + name : "");
  }

  static TaskOutcome outcome(StoredExecution child) {
    ExecutionProgress progress = child.progress();
    return progress.output() == null
        ? TaskOutcome.failed(progress.error(), progress.cause())
        : TaskOutcome.of(progress.output());
  }

  /** The call that writes results where the writer says, and what the state then shows. */
  static JsonNode written(JsonNode arguments, Mapping mapping, ArrayNode outputs) {
    ObjectNode call = Json.object();
    call.set("Arguments", arguments);
    call.put("MapRunArn", mapping.mapRun());
    return call.set("Results", outputs);
  }
}
