package dev.heddle.localstack.lab.command;

import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.localstack.lab.compile.CompilerBenchmark;
import dev.heddle.localstack.lab.compile.CompilerReport;
import dev.heddle.localstack.lab.compile.CompilerReportTable;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Measures the compiler. */
final class BenchCompileCommand implements BenchSubcommand {
  private static final List<Integer> SIZES = List.of(10, 100, 1_000, 5_000);
  private static final double WARMING = 1.5;

  @Override
  public String name() {
    return "compile";
  }

  @Override
  public String help() {
    return """
          compile              milliseconds to compile workflows of all sizes, cold and warm; bytes of
                               machines beside ones written by hand
            --sizes N,N,…      how many nodes (default 10,100,1000,5000)
            --only SHAPE       one of %s
            --json             JSON instead of a table
        """
        .formatted(String.join(", ", CompilerBenchmark.shapes()));
  }

  @Override
  public int run(List<String> arguments) {
    CommandOptions options =
        CommandOptions.of(arguments, Set.of("--sizes", "--only"), Set.of("--json"));
    options.noWords();
    List<Integer> sizes = options.value("--sizes").map(BenchCompileCommand::sizes).orElse(SIZES);
    String only = options.value("--only").orElse(null);
    if (only != null && !CompilerBenchmark.shapes().contains(only)) {
      throw CommandRefusal.ofCall(
          "--only must be one of " + CompilerBenchmark.shapes() + ", not " + only);
    }
    var settings = new CompilerBenchmark.Settings(sizes, only, WARMING);
    CompilerReport report =
        CompilerBenchmark.run(settings, what -> System.err.println("measuring: " + what));
    if (options.has("--json")) {
      System.out.println(
          WireJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(report));
    } else {
      new CompilerReportTable(System.out).print(report);
    }
    return 0;
  }

  private static List<Integer> sizes(String text) {
    if (!text.matches("[1-9]\\d{0,4}(,[1-9]\\d{0,4}){0,9}")) {
      throw CommandRefusal.ofCall(
          "--sizes must be numbers from 1 to 99999 separated by commas, not " + text);
    }
    return Stream.of(text.split(",")).map(Integer::valueOf).toList();
  }
}
