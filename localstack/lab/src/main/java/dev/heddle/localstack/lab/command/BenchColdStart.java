package dev.heddle.localstack.lab.command;

import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.localstack.lab.coldstart.ColdStartBench;
import dev.heddle.localstack.lab.coldstart.ColdStartReport;
import dev.heddle.localstack.lab.coldstart.ColdStartTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Measures how long the functions of the built Lambda jars take to start. */
final class BenchColdStart implements BenchSubcommand {
  private static final int STARTS = 9;

  @Override
  public String name() {
    return "coldstart";
  }

  @Override
  public String help() {
    return """
          coldstart            milliseconds from a new JVM to the first answer of Lambda functions,
                               by AWS's own runtime client, and their ratio to a bare handler
            --starts N         how often each is started (default %d)
            --json             JSON instead of a table
        """
        .formatted(STARTS);
  }

  @Override
  public int run(List<String> arguments) {
    CommandOptions options = CommandOptions.of(arguments, Set.of("--starts"), Set.of("--json"));
    options.noWords();
    int starts = options.number("--starts", STARTS);
    if (starts == 0) {
      throw CommandRefusal.ofCall("--starts must be a number above 0");
    }
    try {
      Path folder = Files.createTempDirectory("heddle-cold");
      try {
        print(measure(folder, starts), options.has("--json"));
        return 0;
      } finally {
        TemporaryFolders.remove(folder);
      }
    } catch (IOException e) {
      throw CommandRefusal.of(String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw CommandRefusal.of("interrupted");
    }
  }

  private static ColdStartReport measure(Path folder, int starts)
      throws IOException, InterruptedException {
    var settings = new ColdStartBench.Settings(jars(), folder, starts);
    return ColdStartBench.run(settings, what -> System.err.println("measuring: " + what));
  }

  private static Map<String, Path> jars() throws IOException {
    Path modules = Path.of(System.getProperty("heddle.root", ".")).resolve("functions/lambda");
    Map<String, Path> found = new HashMap<>();
    for (String group : ColdStartBench.groups()) {
      Path target = modules.resolve(group).resolve("target");
      found.put(group, jar(target));
    }
    return found;
  }

  private static Path jar(Path target) throws IOException {
    if (Files.isDirectory(target)) {
      try (Stream<Path> files = Files.list(target)) {
        var jar = files.filter(file -> file.toString().endsWith("-lambda.jar")).findFirst();
        if (jar.isPresent()) {
          return jar.get();
        }
      }
    }
    throw CommandRefusal.of(
        "the Lambda jars aren't built; first run\n  mvn -pl functions/lambda/api,"
            + "functions/lambda/nodes -am -Dfast -DskipTests package");
  }

  private static void print(ColdStartReport report, boolean json) {
    if (json) {
      System.out.println(
          WireJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(report));
    } else {
      new ColdStartTable(System.out).print(report);
    }
  }
}
