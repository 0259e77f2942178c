package dev.heddle.localstack.aws.stepfunctions;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Runs survive {@code kill -9}: each ends as it should, once, with a history without gaps. */
class CrashTest {
  private static final int KILLS = Integer.getInteger("heddle.crash.kills", 4);
  private static final int RUNS = Integer.getInteger("heddle.crash.runs", 10);
  private static final List<String> STEPS = List.of("A", "L", "R", "I1", "I2", "I3", "E", "F");

  @TempDir Path folder;

  @Test
  void everyAcceptedRunEndsOnce() throws IOException, InterruptedException {
    Random random = new Random(7);
    for (int i = 0; i < KILLS; i++) {
      Process child = child(i * RUNS);
      await(() -> lines("started").size() > 3, 20_000);
      Thread.sleep(random.nextInt(1_500));
      child.destroyForcibly().waitFor();
    }
    Process last = child(KILLS * RUNS);
    try {
      await(() -> ready() > 0 && unfinished().isEmpty(), 60_000);
      Thread.sleep(300);
    } catch (AssertionError e) {
      last.destroyForcibly().waitFor();
      throw new AssertionError(told(), e);
    } finally {
      last.destroyForcibly().waitFor();
    }
    check();
  }

  private long ready() {
    return lines("ready").size();
  }

  /** The accepted runs that have not ended as far as the execution log knows. */
  private Set<String> unfinished() {
    Set<String> open = new HashSet<>();
    lines("started").forEach(run -> open.add(arn(run)));
    lines("ended").forEach(open::remove);
    return open;
  }

  private static String arn(String run) {
    return CrashChild.MACHINE.replace("stateMachine", "execution") + ":" + run;
  }

  private Process child(int first) throws IOException {
    return new ProcessBuilder(
            ProcessHandle.current().info().command().orElse("java"),
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xmx200m",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            CrashChild.class.getName(),
            folder.toString(),
            Integer.toString(first),
            Integer.toString(RUNS))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("out" + first + ".txt").toFile())
        .start();
  }

  private interface Condition {
    boolean holds();
  }

  private static void await(Condition condition, long millis) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (!condition.holds() && System.nanoTime() < end) {
      Thread.sleep(20);
    }
    assertThat(condition.holds()).isTrue();
  }

  private List<String> lines(String file) {
    return CrashChild.lines(folder, file);
  }

  /** What the runs that did not end were doing. */
  private String told() {
    StringBuilder told = new StringBuilder();
    try (var engine = new StepFunctions(folder, InstantSource.system(), new Functions().ports())) {
      for (String arn : unfinished()) {
        told.append("\n").append(ask(engine, "DescribeExecution", arn));
        for (JsonNode event : ask(engine, "GetExecutionHistory", arn).path("events")) {
          told.append("\n  ").append(event.get("id")).append(' ').append(event.get("type"));
        }
      }
    }
    return told.append("\n").append(lines("token")).append(lines("settled")).toString();
  }

  private void check() {
    try (var engine = new StepFunctions(folder, InstantSource.system(), new Functions().ports())) {
      for (String run : lines("started")) {
        check(engine, run);
      }
    }
  }

  private void check(StepFunctions engine, String run) {
    String arn = arn(run);
    JsonNode shown = ask(engine, "DescribeExecution", arn);
    assertThat(shown.get("status").stringValue()).as(run).isEqualTo("SUCCEEDED");
    assertThat(shown.get("output").stringValue()).isEqualTo("\"yes\"");
    List<JsonNode> events =
        StreamSupport.stream(
                ask(engine, "GetExecutionHistory", arn).get("events").spliterator(), false)
            .toList();
    assertThat(events.stream().map(e -> e.get("id").longValue()))
        .as("gapless history of %s", run)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, events.size()).boxed().toList());
    Map<String, Long> types =
        events.stream()
            .collect(
                Collectors.groupingBy(e -> e.get("type").stringValue(), Collectors.counting()));
    assertThat(types).containsEntry("TaskSucceeded", 8L);
    assertThat(types.getOrDefault("TaskFailed", 0L)).isLessThan(2L);
    assertThat(types).containsEntry("ExecutionSucceeded", 1L).containsEntry("MapStateExited", 2L);
    checkCalls(run);
    Set<String> logged = new HashSet<>(lines("log"));
    assertThat(events).allMatch(e -> logged.contains(arn + " " + e.get("id").longValue()));
  }

  /** Every step was called; once a later one was called, an earlier one never was again. */
  private void checkCalls(String run) {
    List<String> calls =
        lines("call").stream()
            .filter(line -> line.startsWith(run + " "))
            .map(line -> line.substring(run.length() + 1))
            .toList();
    assertThat(calls).as(run).containsAll(STEPS);
    assertThat(calls.lastIndexOf("A")).isLessThan(calls.indexOf("R"));
    assertThat(calls.lastIndexOf("L")).isLessThan(calls.indexOf("I1"));
    assertThat(calls.lastIndexOf("R")).isLessThan(calls.indexOf("I1"));
    assertThat(calls.lastIndexOf("I3")).isLessThan(calls.indexOf("E"));
    assertThat(calls.lastIndexOf("E")).isLessThan(calls.indexOf("F"));
    assertThat(calls.stream().filter("E"::equals).count()).isGreaterThanOrEqualTo(2);
  }

  private static JsonNode ask(StepFunctions engine, String operation, String arn) {
    var body = Json.object().put("executionArn", arn).put("maxResults", 1000);
    return Json.parse(engine.answer(CrashChild.request(operation, body)).body());
  }
}
