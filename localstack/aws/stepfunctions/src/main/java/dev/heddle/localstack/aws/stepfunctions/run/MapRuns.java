package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.Distribution;
import dev.heddle.localstack.aws.stepfunctions.definition.State;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.run.Phase.Mapping;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import dev.heddle.localstack.aws.stepfunctions.store.MapRun;
import dev.heddle.localstack.aws.stepfunctions.store.Progress;
import dev.heddle.localstack.aws.stepfunctions.store.Saved;
import dev.heddle.localstack.aws.stepfunctions.store.Status;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Map runs: their ARNs, what is shown of them, and the executions of their items. */
final class MapRuns {
  private static final long EXPRESS_MILLIS = 300_000;

  private MapRuns() {}

  static String arn(Visit visit, Distribution distribution) {
    Execution parent = visit.turn().run.execution;
    String label = distribution.label() == null ? visit.state().name() : distribution.label();
    String unique = unique(parent.arn() + "/" + visit.scope().id + "/" + visit.scope().sequence);
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

  static void write(Visit visit, Mapping mapping, Status status) {
    Execution parent = visit.turn().run.execution;
    long started = visit.scope().enteredAt;
    Long stopped = status.ended() ? Long.valueOf(visit.turn().millis()) : null;
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
    visit.turn().document(MapRun.KIND, mapping.mapRun(), body);
  }

  /** Starts the execution of one item, under a name that only it has. */
  static Effect start(Visit visit, Mapping mapping, int index, JsonNode input) {
    Run run = visit.turn().run;
    Execution parent = run.execution;
    State.ForEach each = (State.ForEach) visit.state();
    boolean express = each.distribution() != null && each.distribution().express();
    long now = visit.turn().millis();
    String name = unique(mapping.mapRun() + "/" + index);
    Execution child =
        new Execution(
            visit.transitions().nextExecution(),
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
            new Execution.Parent(parent.id(), visit.scope().id, visit.scope().sequence),
            new Execution.Item(mapping.mapRun(), each.name(), index));
    return new Effect.StartItem(child, run.machine.inside(each.name()), run.progress.redrives());
  }

  private static String childArn(String mapRun, String name, boolean express) {
    String kind = express ? ":express:" : ":execution:";
    String prefix = mapRun.substring(0, mapRun.lastIndexOf(':')).replace(":mapRun:", kind);
    return prefix + ":" + name + (express ? ":" + name : "");
  }

  static Outcome outcome(Saved child) {
    Progress progress = child.progress();
    return progress.output() == null
        ? Outcome.failed(progress.error(), progress.cause())
        : Outcome.of(progress.output());
  }

  /** The call that writes results where the writer says, and what the state then shows. */
  static JsonNode written(JsonNode arguments, Mapping mapping, ArrayNode outputs) {
    ObjectNode call = Json.object();
    call.set("Arguments", arguments);
    call.put("MapRunArn", mapping.mapRun());
    return call.set("Results", outputs);
  }
}
