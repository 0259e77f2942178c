package dev.heddle.statemachines.meaning;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.Engine;
import dev.heddle.localstack.aws.stepfunctions.LambdaReply;
import dev.heddle.localstack.aws.stepfunctions.Ports;
import dev.heddle.localstack.aws.stepfunctions.store.Event;
import dev.heddle.statemachines.Machine;
import dev.heddle.statemachines.SourceMap;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Runs a compiled machine on the embedded engine, the world behind its functions. */
final class EngineRun {
  private static final JsonMapper JSON = JsonMapper.shared();
  private final World world;
  private final Map<String, List<JsonNode>> calls = new HashMap<>();
  private final Engine.Result result;
  private final Machine machine;

  EngineRun(Machine machine, World world, String trigger, JsonNode input) {
    this.world = world;
    this.machine = machine;
    Ports ports =
        new Ports(
            this::invoke, _ -> CompletableFuture.failedFuture(new AwsFault("X", "none")), _ -> {});
    boolean express = machine.kind() == Machine.Kind.EXPRESS;
    this.result =
        Engine.inMemory(ports).run(machine.definition().toString(), start(trigger, input), express);
  }

  private static String start(String trigger, JsonNode input) {
    ObjectNode start = JSON.createObjectNode().put("tenant", "ten_1").put("workflow", "wf_1");
    start.put("version", 3).put("run", "run_1").put("trigger", trigger);
    return start.set("payload", input).toString();
  }

  private CompletionStage<LambdaReply> invoke(String function, byte[] payload) {
    JsonNode call = JSON.readTree(payload);
    String node = call.path("node").stringValue();
    calls.computeIfAbsent(node, _ -> new ArrayList<>()).add(call.path("config"));
    List<String> ports = function.contains("pick") ? List.of("left", "right") : List.of("main");
    return CompletableFuture.completedFuture(
        switch (world.answer(node, ports)) {
          case World.Answer.Output output -> reply(output);
          case World.Answer.Error error ->
              new LambdaReply.FunctionError(
                  error.error(), error.cause().getBytes(StandardCharsets.UTF_8));
        });
  }

  private static LambdaReply reply(World.Answer.Output output) {
    ObjectNode reply = JSON.createObjectNode();
    reply.set("output", output.output());
    reply.put("port", output.port()).putNull("usage");
    return new LambdaReply.Payload(JSON.writeValueAsBytes(reply));
  }

  boolean succeeded() {
    return result.status().name().equals("SUCCEEDED");
  }

  String status() {
    return result.status() + " " + result.error() + " " + result.cause();
  }

  String error() {
    return String.valueOf(result.error());
  }

  JsonNode output() {
    return JSON.readTree(String.valueOf(result.output()));
  }

  Map<String, List<JsonNode>> calls() {
    return calls;
  }

  /** The nodes whose states were entered, in order. */
  List<String> entered() {
    return events("StateEntered");
  }

  private List<String> events(String suffix) {
    List<String> nodes = new ArrayList<>();
    for (Event event : result.history()) {
      SourceMap.Origin origin = origin(event);
      if (event.type().endsWith(suffix) && origin != null && origin.runs()) {
        nodes.add(origin.node());
      }
    }
    return nodes;
  }

  private SourceMap.Origin origin(Event event) {
    return machine.sourceMap().states().get(event.details().path("name").stringValue(""));
  }

  /** Positions of a node's entering and leaving in the history; -1 if it didn't. */
  int position(String node, String suffix) {
    for (int i = 0; i < result.history().size(); i++) {
      Event event = result.history().get(i);
      SourceMap.Origin origin = origin(event);
      if (event.type().endsWith(suffix)
          && origin != null
          && origin.runs()
          && origin.node().equals(node)) {
        return i;
      }
    }
    return -1;
  }

  /** What a node's own state showed as its output or port; null if nothing. */
  JsonNode shown(String node, Map<String, String> variables) {
    for (Event event : result.history()) {
      SourceMap.Origin origin = origin(event);
      if (event.type().endsWith("StateExited") && origin != null && origin.node().equals(node)) {
        for (Map.Entry<String, JsonNode> set : assigned(event).properties()) {
          if (node.equals(variables.get(set.getKey()))) {
            return set.getValue();
          }
        }
      }
    }
    return null;
  }

  private static ObjectNode assigned(Event event) {
    ObjectNode assigned = JSON.createObjectNode();
    event
        .details()
        .path("assignedVariables")
        .properties()
        .forEach(set -> assigned.set(set.getKey(), JSON.readTree(set.getValue().stringValue())));
    return assigned;
  }

  SourceMap sourceMap() {
    return machine.sourceMap();
  }
}
