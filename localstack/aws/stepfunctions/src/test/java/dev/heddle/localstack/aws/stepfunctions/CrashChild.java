package dev.heddle.localstack.aws.stepfunctions;

import static dev.heddle.localstack.aws.stepfunctions.Asl.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.APPEND;
import static java.nio.file.StandardOpenOption.CREATE;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The process that the crash test kills: it opens the engine over a folder, starts runs until it is
 * stopped or has started its share, and writes down each call and each acknowledged start.
 */
final class CrashChild {
  static final String MACHINE = "arn:aws:states:us-east-1:000000000000:stateMachine:m";
  private static final String RETRY =
      "'Retry':[{'ErrorEquals':['Once'],'IntervalSeconds':1,'MaxAttempts':9}],";

  private final Path folder;
  private final StepFunctions engine;

  private CrashChild(Path folder) {
    this.folder = folder;
    Functions functions = new Functions();
    functions.raw("step", this::step);
    functions.raw("flaky", this::flaky);
    functions.raw("worker", this::worker);
    engine = new StepFunctions(folder, InstantSource.system(), functions.ports(this::log));
  }

  /** Arguments: the folder, the number of the first run, how many. */
  public static void main(String[] args) throws InterruptedException {
    CrashChild child = new CrashChild(Path.of(args[0]));
    child.create("mc", child());
    child.create("m", definition());
    child.returnTokens();
    int first = Integer.parseInt(args[1]);
    for (int i = first; i < first + Integer.parseInt(args[2]); i++) {
      child.start("r" + i);
    }
    child.note("ready", Long.toString(ProcessHandle.current().pid()));
    Thread.sleep(TimeUnit.MINUTES.toMillis(2));
  }

  private static String call(String name, String function, String rest) {
    return call(name, function, "'{% $states.context.Execution.Name %}'", rest);
  }

  private static String call(String name, String function, String run, String rest) {
    return "'"
        + name
        + "':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke','Arguments':{'FunctionName':'"
        + function
        + "','Payload':{'run':"
        + run
        + ",'at':'"
        + name
        + "','item':'{% $string($states.input) %}'}},'Output':'{% $states.result.Payload %}',"
        + rest
        + "}";
  }

  static String definition() {
    String left = "{'StartAt':'L','States':{" + call("L", "flaky", RETRY + "'End':true") + "}}";
    String right =
        "{'StartAt':'W','States':{'W':{'Type':'Wait','Seconds':1,'Next':'R'},"
            + call("R", "step", "'End':true")
            + "}}";
    String token =
        "'T':{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke.waitForTaskToken','Arguments':"
            + "{'FunctionName':'worker','Payload':{'run':'{% $states.context.Execution.Name %}',"
            + "'token':'{% $states.context.Task.Token %}'}},'Next':'Z'}";
    return json(
        "{'QueryLanguage':'JSONata','StartAt':'A','States':{"
            + call("A", "step", "'Next':'P'")
            + ",'P':{'Type':'Parallel','Branches':["
            + left
            + ","
            + right
            + "],'Next':'M'},'M':{'Type':'Map','Items':[1,2,3],'MaxConcurrency':2,'ItemProcessor':"
            + "{'StartAt':'I','States':{"
            + call("I", "step", "'End':true")
            + "}},'Next':'D'},'D':{'Type':'Map','Items':[1,2],'ItemSelector':{'run':"
            + "'{% $states.context.Execution.Name %}','n':'{% $states.context.Map.Item.Value %}'},"
            + "'ItemProcessor':{'ProcessorConfig':{'Mode':'DISTRIBUTED'},'StartAt':'E','States':{"
            + call("E", "step", "'{% $states.input.run %}'", "'End':true")
            + "}},'Next':'S'},'S':{'Type':'Task','Resource':"
            + "'arn:aws:states:::states:startExecution.sync:2','Arguments':{'StateMachineArn':'"
            + MACHINE
            + "c','Input':{'run':'{% $states.context.Execution.Name %}'}},'Next':'T'},"
            + token
            + ",'Z':{'Type':'Pass','Output':'{% $states.input.said %}','End':true}}}");
  }

  private static String child() {
    String step = call("F", "step", "'{% $states.input.run %}'", "'End':true");
    return json("{'QueryLanguage':'JSONata','StartAt':'F','States':{" + step + "}}");
  }

  private void create(String name, String definition) {
    ObjectNode body = Json.object().put("name", name).put("definition", definition);
    send("CreateStateMachine", body.put("roleArn", "arn:aws:iam::0:role/r"));
  }

  private void start(String name) {
    ObjectNode body = Json.object().put("stateMachineArn", MACHINE).put("name", name);
    if (send("StartExecution", body.put("input", "{}")) == 200) {
      note("started", name);
    }
  }

  private int send(String operation, ObjectNode body) {
    AwsResponse response = engine.answer(request(operation, body));
    return response.status();
  }

  static AwsRequest request(String operation, ObjectNode body) {
    return new AwsRequest(
        "POST",
        "/",
        "",
        Map.of("x-amz-target", List.of("AWSStepFunctions." + operation)),
        Json.bytes(body));
  }

  private CompletionStage<LambdaReply> step(JsonNode payload) {
    note("call", key(payload));
    var reply = new CompletableFuture<LambdaReply>();
    CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS)
        .execute(() -> reply.complete(Functions.reply(payload)));
    return reply;
  }

  private static String key(JsonNode payload) {
    String item =
        payload.get("at").stringValue().equals("I") ? payload.get("item").stringValue() : "";
    return payload.get("run").stringValue() + " " + payload.get("at").stringValue() + item;
  }

  /** Fails the first time it is called for a run, as far as its file remembers. */
  private CompletionStage<LambdaReply> flaky(JsonNode payload) {
    boolean first = !lines("flaky").contains(key(payload));
    note("flaky", key(payload));
    return first
        ? CompletableFuture.completedFuture(Functions.error("Once", "again please"))
        : step(payload);
  }

  private CompletionStage<LambdaReply> worker(JsonNode payload) {
    note("token", payload.get("run").stringValue() + " " + payload.get("token").stringValue());
    String token = payload.get("token").stringValue();
    CompletableFuture.delayedExecutor(20, TimeUnit.MILLISECONDS).execute(() -> settle(token));
    return CompletableFuture.completedFuture(Functions.reply(Json.nothing()));
  }

  private void settle(String token) {
    ObjectNode body = Json.object().put("taskToken", token).put("output", "{\"said\":\"yes\"}");
    if (send("SendTaskSuccess", body) == 200) {
      note("settled", token);
    }
  }

  /** A worker that was killed with the engine comes back with the tokens it holds. */
  private void returnTokens() {
    lines("token").forEach(line -> settle(line.split(" ")[1]));
  }

  private void log(List<dev.heddle.events.ExecutionLogEvent> events) {
    events.forEach(
        e -> {
          note("log", e.execution_arn() + " " + e.id());
          if (e.type().equals("ExecutionSucceeded")) {
            note("ended", e.execution_arn());
          }
        });
  }

  private List<String> lines(String file) {
    return lines(folder, file);
  }

  static List<String> lines(Path folder, String file) {
    try {
      Path path = folder.resolve(file + ".txt");
      return Files.exists(path) ? Files.readAllLines(path) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void note(String file, String line) {
    try {
      Files.writeString(folder.resolve(file + ".txt"), line + "\n", UTF_8, CREATE, APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
