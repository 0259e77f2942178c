package dev.heddle.localstack.lab.crash;

import dev.heddle.localstack.aws.stepfunctions.StepFunctions;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.port.EnginePorts;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Whether every run ended as it should, once, with a history without gaps. */
final class CrashVerifier {
  private static final int PAGE = 1_000;

  private final CrashJournal notes;
  private final CrashHarness.Settings settings;
  private final List<String> problems = new ArrayList<>();
  private long events;

  CrashVerifier(CrashJournal notes, CrashHarness.Settings settings) {
    this.notes = notes;
    this.settings = settings;
  }

  /** Whether all accepted runs have ended, as far as the execution log knows. */
  boolean allRunsEnded() {
    Set<String> open = new HashSet<>();
    notes.read("accepted").forEach(run -> open.add(CrashWorkload.execution(run)));
    for (String line : notes.read("log")) {
      if (line.endsWith(" end")) {
        open.remove(line.substring(0, line.indexOf(' ')));
      }
    }
    return open.isEmpty();
  }

  CrashHarness.Verdict verdict() {
    List<String> accepted = notes.read("accepted");
    Map<String, List<TaskCall>> calls = TaskCall.byRun(notes.read("calls"));
    Set<String> logged = new HashSet<>(notes.read("log"));
    if (accepted.isEmpty()) {
      problems.add("No run was accepted");
    }
    EnginePorts none =
        new EnginePorts(
            (function, payload) ->
                CompletableFuture.failedFuture(new IllegalStateException("called by the check")),
            request -> CompletableFuture.failedFuture(new IllegalStateException("called")),
            delivered -> {});
    try (StepFunctions engine =
        new StepFunctions(settings.folder(), InstantSource.system(), none)) {
      for (String run : accepted) {
        check(engine, run, calls.getOrDefault(run, List.of()), logged);
      }
    }
    long made = calls.values().stream().mapToLong(List::size).sum();
    long distinct =
        calls.values().stream()
            .mapToLong(all -> all.stream().map(TaskCall::at).distinct().count())
            .sum();
    return new CrashHarness.Verdict(
        accepted.size(), settings.kills(), events, made, made - distinct, problems);
  }

  private void check(StepFunctions engine, String run, List<TaskCall> calls, Set<String> logged) {
    String arn = CrashWorkload.execution(run);
    JsonNode shown = ask(engine, "DescribeExecution", arn, null);
    String wanted = CrashWorkload.fails(run) ? "FAILED Planned" : "SUCCEEDED \"yes\"";
    String given =
        shown.path("status").asString("")
            + " "
            + shown.path("error").asString(shown.path("output").asString(""));
    expect(wanted.equals(given), run, "ended with " + given + ", not with " + wanted);
    List<JsonNode> history = history(engine, arn);
    events += history.size();
    checkHistory(run, history);
    for (JsonNode event : history) {
      String id = arn + " " + event.get("id");
      expect(logged.contains(id), run, "event " + event.get("id") + " is not in the log");
    }
    checkCalls(run, calls, TaskFinishTimes.of(history));
  }

  private void checkHistory(String run, List<JsonNode> history) {
    long ends = 0;
    for (int i = 0; i < history.size(); i++) {
      JsonNode event = history.get(i);
      long previous = event.get("previousEventId").longValue();
      expect(
          event.get("id").longValue() == i + 1, run, "has a gap before event " + event.get("id"));
      expect(previous >= 0 && previous <= i, run, "event " + (i + 1) + " follows " + previous);
      String type = event.get("type").stringValue();
      ends += type.equals("ExecutionSucceeded") || type.equals("ExecutionFailed") ? 1 : 0;
    }
    expect(ends == 1, run, "ended " + ends + " times");
  }

  /** A task is called once in each life of the process, and never after it has finished. */
  private void checkCalls(String run, List<TaskCall> calls, Map<String, Long> finished) {
    Set<String> lives = new HashSet<>();
    Set<String> called = new HashSet<>();
    for (TaskCall call : calls) {
      called.add(call.at());
      boolean first = lives.add(call.at() + " " + call.life());
      expect(first, run, call.at() + " was called twice in the life of process " + call.life());
      Long end = finished.get(call.at());
      boolean late = end != null && call.time() > end;
      expect(!late, run, call.at() + " was called after it had finished");
    }
    for (String step : CrashWorkload.STEPS) {
      expect(called.contains(step), run, step + " was never called");
    }
  }

  private void expect(boolean holds, String run, String problem) {
    if (!holds) {
      problems.add("Run " + run + ": " + problem);
    }
  }

  private static List<JsonNode> history(StepFunctions engine, String arn) {
    List<JsonNode> history = new ArrayList<>();
    String next = null;
    do {
      JsonNode page = ask(engine, "GetExecutionHistory", arn, next);
      page.path("events").forEach(history::add);
      next = page.path("nextToken").asString("");
    } while (!next.isEmpty());
    return history;
  }

  private static JsonNode ask(
      StepFunctions engine,
      String operation,
      String arn,
      @org.jspecify.annotations.Nullable String next) {
    ObjectNode body = Json.object().put("executionArn", arn).put("maxResults", PAGE);
    if (next != null) {
      body.put("nextToken", next);
    }
    return Json.parse(VictimProcess.send(engine, operation, body).body());
  }

  /** A call as it was noted: of which step, by which process, when. */
  private record TaskCall(String at, String life, long time) {
    static Map<String, List<TaskCall>> byRun(List<String> lines) {
      Map<String, List<TaskCall>> calls = new HashMap<>();
      for (String line : lines) {
        String[] parts = line.split(" ");
        calls
            .computeIfAbsent(parts[0], run -> new ArrayList<>())
            .add(new TaskCall(parts[1], parts[2], Long.parseLong(parts[3])));
      }
      return calls;
    }
  }
}
