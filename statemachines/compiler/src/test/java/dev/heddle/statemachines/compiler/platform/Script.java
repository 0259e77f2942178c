package dev.heddle.statemachines.compiler.platform;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.stepfunctions.InMemoryEngine;
import dev.heddle.localstack.aws.stepfunctions.machines.AccountArns;
import dev.heddle.localstack.aws.stepfunctions.port.EnginePorts;
import dev.heddle.localstack.aws.stepfunctions.port.LambdaReply;
import dev.heddle.localstack.aws.stepfunctions.run.TaskOutcome;
import dev.heddle.localstack.aws.stepfunctions.run.VirtualTime;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An agent's functions, played from a script, on the embedded engine in virtual time. */
final class Script {
  static final String WORKFLOW = AccountArns.LOCAL.machine("workflow");
  private static final JsonMapper JSON = JsonMapper.shared();

  private final VirtualTime time = new VirtualTime(Instant.EPOCH);
  private final InMemoryEngine engine =
      InMemoryEngine.with(
          new EnginePorts(this::invoke, _ -> CompletableFuture.failedFuture(none()), _ -> {}),
          time,
          AccountArns.LOCAL,
          0);
  private final Map<String, Function<JsonNode, LambdaReply>> functions = new HashMap<>();
  private final Map<String, Function<JsonNode, TaskOutcome>> decisions = new HashMap<>();
  private final List<JsonNode> calls = new ArrayList<>();

  private static AwsFault none() {
    return new AwsFault("None", "no other service");
  }

  /** What a function answers; its call is the payload. */
  Script when(String function, Function<JsonNode, LambdaReply> answer) {
    functions.put(function, answer);
    return this;
  }

  /** What a model says, turn by turn, whoever the agent is. */
  Script says(String... turns) {
    return when("AgentTurn", call -> reply(turns[call.path("turn").asInt()]));
  }

  /** What a person decides about a call; a call without a decision waits. */
  Script decides(String call, String decision) {
    decisions.put(call, _ -> TaskOutcome.of(json(decision).toString()));
    return this;
  }

  /** A workflow that tools start. */
  Script workflow(String definition) {
    engine.create("workflow", json(definition).toString(), false);
    return this;
  }

  InMemoryEngine.Result run(String config) {
    return engine.run(definition(), input(config));
  }

  /** Runs another machine that knows the agent by its ARN. */
  InMemoryEngine.Result run(String outer, String input) {
    engine.create("agent", definition(), false);
    return engine.run(outer, input);
  }

  static String definition() {
    SequencedMap<String, String> turns = new LinkedHashMap<>();
    turns.put("openai", "AgentTurn");
    turns.put("other", "AgentTurn-other");
    return new AgentMachine(turns).definition(unit -> unit + ":live").toString();
  }

  static String input(String config) {
    return json("{'tenant':'ten_1','workflow':'wf_1','run':'run_1','node':'agent1','path':'','config':"
            + config
            + "}")
        .toString();
  }

  /** The payloads a function was called with, in order. */
  List<JsonNode> calls(String function) {
    return calls.stream()
        .filter(call -> call.path("function").stringValue().equals(function))
        .map(call -> call.path("payload"))
        .toList();
  }

  private CompletionStage<LambdaReply> invoke(String function, byte[] payload) {
    String name = function.substring(0, function.indexOf(':'));
    JsonNode call = JSON.readTree(payload);
    calls.add(JSON.createObjectNode().put("function", name).set("payload", call));
    if (name.equals("AgentApproval")) {
      ask(call);
    }
    return CompletableFuture.completedFuture(
        functions.getOrDefault(name, _ -> reply("{}")).apply(call));
  }

  private void ask(JsonNode call) {
    Function<JsonNode, TaskOutcome> decision = decisions.get(call.path("call").stringValue());
    if (decision != null) {
      String token = call.path("token").stringValue();
      time.at(
          time.now().plus(Duration.ofSeconds(5)),
          () -> engine.returnToken(token, decision.apply(call)));
    }
  }

  static LambdaReply reply(String json) {
    return new LambdaReply.Payload(JSON.writeValueAsBytes(json(json)));
  }

  static LambdaReply error(String type, String message) {
    String error = JSON.createObjectNode().put("errorMessage", message).toString();
    return new LambdaReply.FunctionError(type, error.getBytes(StandardCharsets.UTF_8));
  }

  static JsonNode json(String text) {
    return JSON.readTree(text.replace('\'', '"'));
  }
}
