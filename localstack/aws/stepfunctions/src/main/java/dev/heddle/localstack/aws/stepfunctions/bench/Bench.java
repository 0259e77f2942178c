package dev.heddle.localstack.aws.stepfunctions.bench;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Measures how many executions a second the engine carries, durable, on this machine: {@code Bench
 * [FOLDER] [--seconds N]}. Ratios are to the first line of each block.
 */
public final class Bench {
  private static final List<Integer> CALLERS = List.of(1, 10, 50);

  private final PrintStream out;
  private final double seconds;
  private double base;

  private Bench(PrintStream out, double seconds) {
    this.out = out;
    this.seconds = seconds;
  }

  /** The command. */
  public static void main(String[] args) throws IOException, InterruptedException {
    List<String> all = List.of(args);
    int option = all.indexOf("--seconds");
    double seconds = option < 0 ? 3 : Double.parseDouble(all.get(option + 1));
    boolean named = !all.isEmpty() && !all.getFirst().startsWith("--");
    Path folder =
        named ? Path.of(all.getFirst()) : Files.createTempDirectory("heddle-stepfunctions-bench");
    new Bench(System.out, seconds).run(folder);
  }

  private void run(Path folder) throws IOException, InterruptedException {
    try (Load load = new Load(folder, seconds)) {
      load.create("pass10", chain(10), false);
      load.create("sync10", chain(10), true);
      load.create("choiceMap", choiceAndMap(), false);
      load.create("tasks", task(), false);
      block("10 Pass states, start to end", callers -> load.standard("pass10", "{}", callers));
      block("10 Pass states, StartSyncExecution", callers -> load.express("sync10", callers));
      block("Choice and Map of 100", callers -> load.standard("choiceMap", items(), callers));
      block("one Lambda task", callers -> load.standard("tasks", "{}", callers));
      block("start and describe, not awaited", load::startAndDescribe);
    }
  }

  private interface Measure {
    Load.Result at(int callers) throws InterruptedException;
  }

  private void block(String title, Measure measure) throws InterruptedException {
    out.println(title);
    base = 0;
    measure.at(4);
    for (int callers : CALLERS) {
      Load.Result result = measure.at(callers);
      base = base == 0 ? result.perSecond() : base;
      out.printf(
          Locale.ROOT,
          "  %3d callers %9.0f /s  ratio %5.2f  p50 %7.2f ms  p99 %7.2f ms%n",
          callers,
          result.perSecond(),
          result.perSecond() / base,
          result.p50(),
          result.p99());
    }
  }

  private static String chain(int length) {
    StringBuilder states = new StringBuilder();
    for (int i = 1; i <= length; i++) {
      String end = i == length ? "\"End\":true" : "\"Next\":\"P" + (i + 1) + "\"";
      states.append(i == 1 ? "" : ",");
      states.append("\"P" + i + "\":{\"Type\":\"Pass\"," + end + "}");
    }
    return machine("P1", states.toString());
  }

  private static String choiceAndMap() {
    return machine(
        "C",
        "\"C\":{\"Type\":\"Choice\",\"Choices\":[{\"Condition\":"
            + "\"{% $count($states.input) > 10 %}\",\"Next\":\"M\"}],\"Default\":\"E\"},"
            + "\"E\":{\"Type\":\"Succeed\"},"
            + "\"M\":{\"Type\":\"Map\",\"ItemProcessor\":{\"StartAt\":\"I\",\"States\":{\"I\":"
            + "{\"Type\":\"Pass\",\"Output\":\"{% $states.input * 2 %}\",\"End\":true}}},"
            + "\"End\":true}");
  }

  private static String task() {
    return machine(
        "T",
        "\"T\":{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::lambda:invoke\","
            + "\"Arguments\":{\"FunctionName\":\"echo\",\"Payload\":1},"
            + "\"Output\":\"{% $states.result.Payload %}\",\"End\":true}");
  }

  private static String machine(String start, String states) {
    return "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\""
        + start
        + "\",\"States\":{"
        + states
        + "}}";
  }

  private static String items() {
    var items = Json.array();
    for (int i = 0; i < 100; i++) {
      items.add(i);
    }
    return Json.text(items);
  }
}
