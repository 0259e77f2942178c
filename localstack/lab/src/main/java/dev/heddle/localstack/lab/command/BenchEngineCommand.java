package dev.heddle.localstack.lab.command;

import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.localstack.lab.bench.EngineBenchmark;
import dev.heddle.localstack.lab.bench.EngineReport;
import dev.heddle.localstack.lab.bench.EngineReportTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Measures the engine that runs state machines, durable, in a folder that is removed again. */
final class BenchEngineCommand implements BenchSubcommand {
  private static final double SECONDS = 3;
  private static final int WAITING = 100_000;

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public String help() {
    return """
          engine               executions a second, latency and processor time of the state machine
                               engine, durable; memory and restart with runs in flight
            --seconds N        how long each of 24 measurements takes (default 3)
            --waiting N        how many runs in flight (default 100000, 0 for none)
            --only WORKLOAD    one of %s
            --json             JSON instead of a table
        """
        .formatted(String.join(", ", EngineBenchmark.workloads()));
  }

  @Override
  public int run(List<String> arguments) {
    CommandOptions options =
        CommandOptions.of(arguments, Set.of("--seconds", "--waiting", "--only"), Set.of("--json"));
    options.noWords();
    try {
      Path folder = Files.createTempDirectory("heddle-bench");
      try {
        print(measure(options, folder), options.has("--json"));
        return 0;
      } finally {
        TemporaryFolders.remove(folder);
      }
    } catch (IOException e) {
      throw CommandRefusal.of("the temporary folder can't be used: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandRefusal.of("interrupted");
    }
  }

  private static EngineReport measure(CommandOptions options, Path folder)
      throws InterruptedException {
    double seconds = options.value("--seconds").map(BenchEngineCommand::seconds).orElse(SECONDS);
    int waiting = options.value("--waiting").map(BenchEngineCommand::waiting).orElse(WAITING);
    String only = options.value("--only").orElse(null);
    if (only != null && !EngineBenchmark.workloads().contains(only)) {
      throw CommandRefusal.ofCall(
          "--only must be one of " + EngineBenchmark.workloads() + ", not " + only);
    }
    var settings = new EngineBenchmark.Settings(folder, seconds, waiting, only);
    return EngineBenchmark.run(settings, what -> System.err.println("measuring: " + what));
  }

  private static double seconds(String text) {
    if (!text.matches("\\d{1,4}(\\.\\d{1,3})?") || Double.parseDouble(text) == 0) {
      throw CommandRefusal.ofCall("--seconds must be a number above 0, not " + text);
    }
    return Double.parseDouble(text);
  }

  private static int waiting(String text) {
    if (!text.matches("\\d{1,6}")) {
      throw CommandRefusal.ofCall("--waiting must be a number from 0 to 999999, not " + text);
    }
    return Integer.parseInt(text);
  }

  private static void print(EngineReport report, boolean json) {
    if (json) {
      System.out.println(
          WireJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(report));
    } else {
      new EngineReportTable(System.out).print(report);
    }
  }
}
