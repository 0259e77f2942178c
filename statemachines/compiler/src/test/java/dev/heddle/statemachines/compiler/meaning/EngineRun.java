package dev.heddle.statemachines.compiler.meaning;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.InMemoryEngine;
import dev.heddle.localstack.aws.stepfunctions.machines.AccountArns;
import dev.heddle.localstack.aws.stepfunctions.port.EnginePorts;
import dev.heddle.localstack.aws.stepfunctions.port.ExecutionLog;
import dev.heddle.localstack.aws.stepfunctions.port.LambdaReply;
import dev.heddle.localstack.aws.stepfunctions.run.TaskOutcome;
import dev.heddle.localstack.aws.stepfunctions.run.VirtualTime;
import dev.heddle.statemachines.language.CompiledMachine;
import dev.heddle.statemachines.language.SourceMap;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Runs a compiled machine on the embedded engine, the world behind its functions. */
final class EngineRun {
  private static final JsonMapper JSON = JsonMapper.shared();
  private final FunctionAnswers world;
  private final CompiledMachine machine;
  private final Map<Trace.Place, List<JsonNode>> calls = new HashMap<>();
  private final List<ExecutionLog.Entry> events = new ArrayList<>();
  private final VirtualTime time = new VirtualTime(Instant.EPOCH);
  private final InMemoryEngine engine;
  private final InMemoryEngine.Result result;

  EngineRun(CompiledMachine machine, FunctionAnswers world, String trigger, JsonNode input) {
    this.world = world;
    this.machine = machine;
    EnginePorts ports =
        new EnginePorts(
            this::invoke,
            _ -> CompletableFuture.failedFuture(new AwsFault("X", "none")),
            events::addAll);
    this.engine = InMemoryEngine.with(ports, time, AccountArns.LOCAL, 0);
    String definition = machine.definition().toString();
    if (definition.contains("states:startExecution")) {
      Children.MACHINES.forEach((name, child) -> engine.create(name, child, false));
    }
    boolean express = machine.kind() == CompiledMachine.Kind.EXPRESS;
    this.result = engine.run(definition, start(trigger, input), express);
  }

  private static String start(String trigger, JsonNode input) {
    ObjectNode start = JSON.createObjectNode().put("tenant", "ten_1").put("workflow", "wf_1");
    start.put("version", 3).put("run", "run_1").put("trigger", trigger);
    return start.set("payload", input).toString();
  }

  private CompletionStage<LambdaReply> invoke(String function, byte[] payload) {
    JsonNode call = JSON.readTree(payload);
    String node = call.path("node").stringValue();
    String path = call.path("path").stringValue();
    calls
        .computeIfAbsent(new Trace.Place(path, node), _ -> new ArrayList<>())
        .add(call.path("config"));
    if (call.has("token")) {
      String token = call.path("token").stringValue();
      FunctionAnswers.Answer answer = world.asked(node, path);
      after(answer, end -> engine.returnToken(token, end));
      return CompletableFuture.completedFuture(payload("null"));
    }
    List<String> ports = function.contains("pick") ? List.of("left", "right") : List.of("main");
    CompletableFuture<LambdaReply> reply = new CompletableFuture<>();
    after(world.answer(node, path, ports), end -> reply.complete(reply(end)));
    return reply;
  }

  private void after(FunctionAnswers.Answer answer, Consumer<TaskOutcome> then) {
    switch (answer) {
      case FunctionAnswers.Answer.Output output ->
          at(output, () -> then.accept(TaskOutcome.of(reply(output).toString())));
      case FunctionAnswers.Answer.Error error ->
          at(error, () -> then.accept(TaskOutcome.failed(error.error(), error.cause())));
      case FunctionAnswers.Answer.Never _ -> {}
    }
  }

  private void at(FunctionAnswers.Answer answer, Runnable action) {
    time.at(time.now().plusMillis(answer.millis()), action);
  }

  private static ObjectNode reply(FunctionAnswers.Answer.Output output) {
    ObjectNode reply = JSON.createObjectNode();
    reply.set("output", output.output());
    return reply.put("port", output.port()).putNull("usage");
  }

  private static LambdaReply reply(TaskOutcome outcome) {
    return outcome.output() != null
        ? payload(outcome.output())
        : new LambdaReply.FunctionError(
            outcome.error(), outcome.cause().getBytes(StandardCharsets.UTF_8));
  }

  private static LambdaReply payload(String json) {
    return new LambdaReply.Payload(json.getBytes(StandardCharsets.UTF_8));
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

  Map<Trace.Place, List<JsonNode>> calls() {
    return calls;
  }

  /** The nodes whose states were entered, in order. */
  List<String> entered() {
    return events.stream()
        .filter(event -> event.type().endsWith("StateEntered"))
        .map(this::running)
        .filter(node -> !node.isEmpty())
        .toList();
  }

  /** The node that runs in an event's state; empty if none does. */
  private String running(ExecutionLog.Entry event) {
    SourceMap.Origin origin = origin(event);
    return origin != null && origin.runs() ? origin.node() : "";
  }

  private SourceMap.Origin origin(ExecutionLog.Entry event) {
    return machine.sourceMap().states().get(event.details().path("name").stringValue(""));
  }

  /** Positions of a node's first entering or leaving among all events; -1 if it didn't. */
  int position(String node, String suffix) {
    for (int i = 0; i < events.size(); i++) {
      if (events.get(i).type().endsWith(suffix) && running(events.get(i)).equals(node)) {
        return i;
      }
    }
    return -1;
  }

  /** What a node's own states showed as its outputs or ports; null where it is dead aside. */
  List<JsonNode> shown(String node, Map<String, String> variables) {
    List<JsonNode> shown = new ArrayList<>();
    for (ExecutionLog.Entry event : events) {
      SourceMap.Origin origin = origin(event);
      if (event.type().endsWith("StateExited") && origin != null && origin.node().equals(node)) {
        assigned(event).properties().stream()
            .filter(set -> node.equals(variables.get(set.getKey())))
            .filter(set -> origin.runs() || !set.getValue().isNull())
            .map(Map.Entry::getValue)
            .findFirst()
            .ifPresent(shown::add);
      }
    }
    return shown;
  }

  private static ObjectNode assigned(ExecutionLog.Entry event) {
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
