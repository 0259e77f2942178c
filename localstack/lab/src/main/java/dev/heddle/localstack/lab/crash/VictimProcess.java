package dev.heddle.localstack.lab.crash;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.stepfunctions.StepFunctions;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.port.EnginePorts;
import dev.heddle.localstack.aws.stepfunctions.port.ExecutionLog;
import dev.heddle.localstack.aws.stepfunctions.port.LambdaReply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The process that is killed: it opens the engine over a folder, starts its share of runs, and
 * writes down each call and each acknowledged start. Arguments: the folder, which process this is,
 * and how many runs there shall be in all.
 */
final class VictimProcess {
  private final CrashJournal notes;
  private final String life;
  private final Set<String> failedOnce = ConcurrentHashMap.newKeySet();
  private final StepFunctions engine;

  private VictimProcess(Path folder, String life) {
    this.notes = new CrashJournal(folder);
    this.life = life;
    failedOnce.addAll(notes.read("flaky"));
    EnginePorts ports =
        new EnginePorts(
            this::invoke,
            request -> CompletableFuture.failedFuture(new IllegalStateException("none here")),
            events -> events.forEach(this::logged));
    engine = new StepFunctions(folder, InstantSource.system(), ports);
  }

  private void logged(ExecutionLog.Entry event) {
    notes.add("log", event.execution_arn() + " " + event.id());
    if (event.type().equals("ExecutionSucceeded") || event.type().equals("ExecutionFailed")) {
      notes.add("log", event.execution_arn() + " end");
    }
  }

  /** The process. */
  public static void main(String[] args) throws InterruptedException {
    VictimProcess victim = new VictimProcess(Path.of(args[0]), args[1]);
    victim.create("child", CrashWorkload.CHILD);
    victim.create("main", CrashWorkload.MAIN);
    victim.notes.add("opened", args[1]);
    victim.returnTokens();
    for (int i = victim.notes.read("tried").size(); i < Integer.parseInt(args[2]); i++) {
      victim.start("r" + i);
    }
    victim.notes.add("ready", args[1]);
    Thread.sleep(TimeUnit.MINUTES.toMillis(10));
  }

  private void create(String name, String definition) {
    ObjectNode body = Json.object().put("name", name).put("definition", definition);
    send("CreateStateMachine", body.put("roleArn", "arn:aws:iam::000000000000:role/r"));
  }

  private void start(String run) {
    notes.add("tried", run);
    ObjectNode body =
        Json.object().put("stateMachineArn", CrashWorkload.PREFIX + "stateMachine:main");
    body.put("name", run).put("input", "{\"bad\":" + CrashWorkload.fails(run) + "}");
    if (send("StartExecution", body) == 200) {
      notes.add("accepted", run);
    }
  }

  private int send(String operation, ObjectNode body) {
    return send(engine, operation, body).status();
  }

  static AwsResponse send(StepFunctions engine, String operation, ObjectNode body) {
    Map<String, List<String>> headers =
        Map.of("x-amz-target", List.of("AWSStepFunctions." + operation));
    return engine.answer(new AwsRequest("POST", "/", "", headers, Json.bytes(body)));
  }

  private CompletionStage<LambdaReply> invoke(String function, byte[] payload) {
    JsonNode given = Json.parse(payload);
    return switch (function) {
      case "step" -> step(given);
      case "flaky" -> flaky(given);
      case "worker" -> worker(given);
      default -> CompletableFuture.failedFuture(new IllegalStateException(function));
    };
  }

  private static String key(JsonNode payload) {
    return payload.get("run").stringValue() + " " + payload.get("at").stringValue();
  }

  private CompletionStage<LambdaReply> step(JsonNode payload) {
    notes.add("calls", key(payload) + " " + life + " " + System.currentTimeMillis());
    var reply = new CompletableFuture<LambdaReply>();
    later(5, () -> reply.complete(new LambdaReply.Payload(Json.bytes(payload))));
    return reply;
  }

  private static void later(long millis, Runnable then) {
    CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS).execute(then);
  }

  /** Fails the first time it is called for a run, as far as its file remembers. */
  private CompletionStage<LambdaReply> flaky(JsonNode payload) {
    if (!failedOnce.add(key(payload))) {
      return step(payload);
    }
    notes.add("flaky", key(payload));
    byte[] error =
        "{\"errorMessage\":\"again\",\"errorType\":\"Once\"}".getBytes(StandardCharsets.UTF_8);
    return CompletableFuture.completedFuture(new LambdaReply.FunctionError("Once", error));
  }

  private CompletionStage<LambdaReply> worker(JsonNode payload) {
    String token = payload.get("token").stringValue();
    notes.add("tokens", token);
    later(20, () -> settle(token));
    return CompletableFuture.completedFuture(
        new LambdaReply.Payload("null".getBytes(StandardCharsets.UTF_8)));
  }

  private void settle(String token) {
    ObjectNode body = Json.object().put("taskToken", token).put("output", "{\"said\":\"yes\"}");
    if (send("SendTaskSuccess", body) == 200) {
      notes.add("settled", token);
    }
  }

  /** A worker that was killed with the engine comes back with the tokens it holds. */
  private void returnTokens() {
    Set<String> held = new HashSet<>(notes.read("tokens"));
    notes.read("settled").forEach(held::remove);
    held.forEach(this::settle);
  }
}
