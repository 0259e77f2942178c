package dev.heddle.localstack.lab.vectors;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs a folder of recorded cases: {@code TestVectorRunner FOLDER [--json] [--show] [--group
 * NAME]}. Exit status 0 when every status and output agrees, 1 when not, 2 for wrong arguments.
 */
public final class TestVectorRunner {
  private TestVectorRunner() {}

  /** The command. */
  public static void main(String[] args) throws IOException {
    System.exit(run(List.of(args), System.out));
  }

  /** Runs the command and prints its results. */
  public static int run(List<String> args, PrintStream out) throws IOException {
    if (args.isEmpty() || !Files.isDirectory(Path.of(args.getFirst()))) {
      out.println("Usage: Vectors FOLDER [--json] [--show] [--group NAME]");
      return 2;
    }
    int group = args.indexOf("--group");
    Optional<String> only = group < 0 ? Optional.empty() : Optional.of(args.get(group + 1));
    Map<String, List<VectorScore>> scores = scores(Path.of(args.getFirst()), only);
    if (args.contains("--json")) {
      out.println(Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsString(table(scores)));
    } else {
      print(scores, out);
    }
    if (args.contains("--show")) {
      scores.values().stream()
          .flatMap(List::stream)
          .filter(score -> !score.whole())
          .forEach(score -> out.println("L" + score.level() + " " + score.id() + score.told()));
    }
    boolean right = scores.values().stream().flatMap(List::stream).allMatch(s -> s.level() >= 2);
    return right ? 0 : 1;
  }

  /** The scores of every group in a folder. */
  static Map<String, List<VectorScore>> scores(Path folder, Optional<String> only)
      throws IOException {
    Map<String, List<VectorScore>> scores = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".json")).sorted().toList()) {
        String group = file.getFileName().toString().replace(".json", "");
        if (only.isEmpty() || only.get().equals(group)) {
          List<VectorScore> all = new ArrayList<>();
          Json.parse(Files.readAllBytes(file)).forEach(vector -> all.add(score(vector)));
          scores.put(group, all);
        }
      }
    }
    return scores;
  }

  private static VectorScore score(JsonNode vector) {
    return switch (vector.get("kind").stringValue()) {
      case "execution" -> ExecutionCase.score(vector);
      case "validation" -> ValidationCase.score(vector);
      case "testState" -> TestStateCase.score(vector);
      default ->
          VectorScore.none(vector.get("id").stringValue(), 4, " has a kind that is not known");
    };
  }

  private static void print(Map<String, List<VectorScore>> scores, PrintStream out) {
    out.printf("%-24s %5s %5s %5s %5s %5s%n", "group", "total", "L1", "L2", "L3", "L4");
    scores.forEach((group, all) -> out.println(line(group, all)));
    out.println(line("TOTAL", scores.values().stream().flatMap(List::stream).toList()));
  }

  private static String line(String group, List<VectorScore> all) {
    return "%-24s %5d %5d %5d %5d %5s"
        .formatted(
            group,
            all.size(),
            reached(all, 1),
            reached(all, 2),
            reached(all, 3),
            all.stream().noneMatch(s -> s.most() == 4) ? "-" : Long.toString(reached(all, 4)));
  }

  private static long reached(List<VectorScore> all, int level) {
    return all.stream().filter(score -> score.level() >= level).count();
  }

  private static JsonNode table(Map<String, List<VectorScore>> scores) {
    ObjectNode table = Json.object();
    scores.forEach((group, all) -> row(table.putObject(group), all));
    row(table.putObject("TOTAL"), scores.values().stream().flatMap(List::stream).toList());
    return table;
  }

  private static void row(ObjectNode row, List<VectorScore> all) {
    row.put("total", all.size());
    for (int level = 1; level <= 4; level++) {
      row.put("L" + level, reached(all, level));
    }
  }
}
