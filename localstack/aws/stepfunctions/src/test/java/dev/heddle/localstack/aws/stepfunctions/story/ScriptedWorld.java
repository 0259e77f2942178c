package dev.heddle.localstack.aws.stepfunctions.story;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.port.EnginePorts;
import dev.heddle.localstack.aws.stepfunctions.port.ExecutionLog;
import dev.heddle.localstack.aws.stepfunctions.port.LambdaReply;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What the tasks of a story meet: functions, services and files that do as their scripts say. */
final class ScriptedWorld {
  private final MachineStory story;
  private final TokenDesk tokens;
  private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

  /** Which call an attempt was, so that one made again after a crash is answered as before. */
  private final Map<Object, Integer> attempts = new ConcurrentHashMap<>();

  private final Map<String, String> files = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<ExecutionLog.Entry> log = new CopyOnWriteArrayList<>();
  private final StoryTime time;
  private @Nullable Object attempt;

  ScriptedWorld(MachineStory story, StoryTime time, TokenDesk tokens) {
    this.story = story;
    this.time = time;
    this.tokens = tokens;
    story.files().properties().forEach(f -> files.put("/" + f.getKey(), text(f.getValue())));
  }

  private static String text(JsonNode value) {
    return value.isString() ? value.stringValue() : Json.text(value);
  }

  EnginePorts ports() {
    return new EnginePorts(this::invoke, this::call, log::addAll);
  }

  /** The next call is this attempt of a task; only where one thread does everything. */
  void next(Object identity) {
    attempt = identity;
  }

  int calls(String name) {
    return calls.getOrDefault(name, new AtomicInteger()).get();
  }

  /** The bodies that services were sent, and the files that were written. */
  List<String> requests() {
    return requests;
  }

  List<ExecutionLog.Entry> log() {
    return log;
  }

  private int number(String name) {
    AtomicInteger count = calls.computeIfAbsent(name, n -> new AtomicInteger());
    return attempt == null
        ? count.getAndIncrement()
        : attempts.computeIfAbsent(attempt, a -> count.getAndIncrement());
  }

  private CompletionStage<LambdaReply> invoke(String function, byte[] payload) {
    String name = function.substring(function.lastIndexOf(':') + 1);
    JsonNode script = story.tasks().path(name);
    if (script.isMissingNode() && !name.equals("echo")) {
      return CompletableFuture.failedFuture(
          new AwsFault(404, "ResourceNotFoundException", "Function not found: " + function));
    }
    return play(entry(script, number(name)), Json.parse(payload));
  }

  /** The script's entry for a call; the last one stands for all that follow. */
  static JsonNode entry(JsonNode script, int call) {
    return script.isArray() ? script.get(Math.min(call, script.size() - 1)) : script;
  }

  private CompletionStage<LambdaReply> play(JsonNode entry, JsonNode payload) {
    if (entry.has("hangs")) {
      return new CompletableFuture<>();
    }
    if (entry.has("refuses")) {
      String message = entry.path("message").asString("refused");
      return CompletableFuture.failedFuture(
          new AwsFault(400, entry.get("refuses").stringValue(), message));
    }
    if (entry.has("token")) {
      tokens.plan(time, payload.path("token").asString(""), entry.get("token"));
    }
    LambdaReply reply = reply(entry, payload);
    if (!entry.has("after")) {
      return CompletableFuture.completedFuture(reply);
    }
    var later = new CompletableFuture<LambdaReply>();
    time.after(entry.get("after").doubleValue(), () -> later.complete(reply));
    return later;
  }

  private static LambdaReply reply(JsonNode entry, JsonNode payload) {
    if (entry.has("fails")) {
      String type = entry.get("fails").stringValue();
      String cause = entry.path("cause").asString("{\"errorType\":\"" + type + "\"}");
      return new LambdaReply.FunctionError(type, cause.getBytes(StandardCharsets.UTF_8));
    }
    if (entry.has("raw")) {
      return new LambdaReply.Payload(
          entry.get("raw").stringValue().getBytes(StandardCharsets.UTF_8));
    }
    if (entry.has("characters")) {
      String text = "x".repeat(entry.get("characters").intValue());
      return new LambdaReply.Payload(Json.bytes(Json.string(text)));
    }
    return new LambdaReply.Payload(Json.bytes(entry.has("gives") ? entry.get("gives") : payload));
  }

  private CompletionStage<AwsResponse> call(AwsRequest request) {
    String target = request.header("x-amz-target").orElse("");
    return CompletableFuture.completedFuture(
        target.isEmpty() ? file(request) : service(target, request));
  }

  private AwsResponse service(String target, AwsRequest request) {
    requests.add(new String(request.body(), StandardCharsets.UTF_8));
    JsonNode script = story.services().path(target);
    if (script.isMissingNode()) {
      ObjectNode unknown = Json.object().put("__type", "UnknownOperationException");
      return new AwsResponse(400, Map.of(), Json.bytes(unknown));
    }
    JsonNode entry = entry(script, number(target));
    return new AwsResponse(
        entry.path("status").asInt(200), Map.of(), Json.bytes(entry.path("body")));
  }

  private AwsResponse file(AwsRequest request) {
    if (request.method().equals("PUT")) {
      String body = new String(request.body(), StandardCharsets.UTF_8);
      requests.add(body);
      files.put(request.path(), body);
      return new AwsResponse(200, Map.of(), new byte[0]);
    }
    String found = request.query().isEmpty() ? files.get(request.path()) : listing(request.path());
    String text = found == null ? "<Error><Message>No such key</Message></Error>" : found;
    return new AwsResponse(
        found == null ? 404 : 200, Map.of(), text.getBytes(StandardCharsets.UTF_8));
  }

  private String listing(String bucket) {
    StringBuilder list = new StringBuilder("<ListBucketResult>");
    files.keySet().stream()
        .filter(name -> name.startsWith(bucket + "/"))
        .sorted()
        .forEach(
            name ->
                list.append("<Contents><Key>")
                    .append(name.substring(bucket.length() + 1))
                    .append("</Key><Size>")
                    .append(files.get(name).length())
                    .append("</Size></Contents>"));
    return list.append("</ListBucketResult>").toString();
  }
}
