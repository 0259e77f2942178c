package dev.heddle.localstack.host.command;

import dev.heddle.functions.publishing.DrawnTriggers;
import dev.heddle.functions.publishing.GeneratedCatalog;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.localstack.host.LocalDeployment;
import dev.heddle.localstack.host.offline.OfflineRun;
import dev.heddle.localstack.host.offline.OfflineRun.RunResult;
import dev.heddle.localstack.lab.command.CommandOptions;
import dev.heddle.localstack.lab.command.CommandRefusal;
import dev.heddle.localstack.lab.command.HeddleCommand;
import dev.heddle.statemachines.compiler.RunMapBuilder;
import dev.heddle.statemachines.language.CompilationResult;
import dev.heddle.statemachines.language.CompiledMachine;
import dev.heddle.statemachines.language.RunMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Runs a graph document with the real functions of its nodes, without a server. */
final class RunCommand implements HeddleCommand {

  @Override
  public String word() {
    return "run";
  }

  @Override
  public String summary() {
    return "run a graph document, without a server";
  }

  @Override
  public String help() {
    return """
        Usage: localstack/heddle run FILE [--input JSON] [--trigger ID] [--json]

          --input JSON   the trigger's output (default: the sample of a manual one, else {})
          --trigger ID   the trigger to start from (default: the manual one, else the first)
          --json         status, output, error and cause as one JSON document

        Compiles the document, runs it on the engine in memory with the real functions of its nodes,
        and prints the run's output on stdout; issues and each call on stderr. Waits end immediately.
        Secrets are read from HEDDLE_SECRET_<name>, the chat model's address from HEDDLE_MODEL_URL.
        Workflows that need people, events or other workflows can't be run this way.
        Exit status: 0 the run succeeded, 1 issues or a failed run, 2 wrong usage.
        """;
  }

  @Override
  public int run(List<String> arguments) {
    CommandOptions options =
        CommandOptions.of(arguments, Set.of("--input", "--trigger"), Set.of("--json"));
    JsonNode graph = GraphFiles.read(options.word("FILE"));
    RunMap.Entry entry = entry(graph, options.value("--trigger").orElse(null));
    JsonNode input =
        options
            .value("--input")
            .map(RunCommand::json)
            .orElseGet(() -> DrawnTriggers.of(graph).sample(entry.node()));
    CompilationResult compilation = GraphFiles.compile(graph);
    compilation.issues().forEach(issue -> System.err.println(GraphFiles.line(issue)));
    CompiledMachine machine = compilation.machine();
    if (machine == null) {
      return 1;
    }
    RunResult ended =
        new OfflineRun(
                LocalDeployment.offline(System.getenv()), System.getenv(), System.err::println)
            .run(machine, entry.node(), input);
    tell(ended, options.has("--json"));
    return ended.succeeded() ? 0 : 1;
  }

  private static RunMap.Entry entry(JsonNode graph, @Nullable String id) {
    return RunMapBuilder.of(graph, GeneratedCatalog.vocabulary())
        .entry(id)
        .orElseThrow(
            () ->
                CommandRefusal.ofCall(
                    id == null
                        ? "the document has no trigger"
                        : id + " isn't a trigger of the document"));
  }

  private static JsonNode json(String text) {
    try {
      return WireJson.MAPPER.readTree(text);
    } catch (JacksonException e) {
      throw CommandRefusal.ofCall("--input is not valid JSON: " + e.getOriginalMessage());
    }
  }

  private static void tell(RunResult ended, boolean json) {
    if (json) {
      print(answer(ended));
    } else if (ended.succeeded()) {
      print(ended.output());
    } else if (ended.error() == null && ended.cause() == null) {
      System.err.println(
          "the run is waiting for something that can't happen here: " + waiting(ended));
    } else {
      System.err.println("the run failed: " + ended.error() + ": " + ended.cause());
    }
  }

  private static String waiting(RunResult ended) {
    return String.join(", ", ended.waiting());
  }

  private static Map<String, Object> answer(RunResult ended) {
    Map<String, Object> answer = new LinkedHashMap<>();
    boolean waits = !ended.succeeded() && ended.error() == null && ended.cause() == null;
    answer.put("status", ended.succeeded() ? "succeeded" : waits ? "waiting" : "failed");
    put(answer, "output", ended.output());
    put(answer, "error", ended.error());
    put(answer, "cause", ended.cause());
    put(answer, "waiting", waits ? ended.waiting() : null);
    return answer;
  }

  private static void put(Map<String, Object> answer, String name, @Nullable Object value) {
    if (value != null) {
      answer.put(name, value);
    }
  }

  private static void print(@Nullable Object value) {
    System.out.println(WireJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value));
  }
}
