package dev.heddle.localstack.host.command;

import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.localstack.lab.command.CommandOptions;
import dev.heddle.localstack.lab.command.HeddleCommand;
import dev.heddle.statemachines.language.Issue;
import java.util.List;
import java.util.Set;

/** Says everything that is wrong with a graph document. */
final class CheckCommand implements HeddleCommand {

  @Override
  public String word() {
    return "check";
  }

  @Override
  public String summary() {
    return "list every problem in a graph document";
  }

  @Override
  public String help() {
    return """
        Usage: localstack/heddle check FILE [--json]

        Prints every issue on stderr, one per line; with --json as JSON on stdout.
        Exit status: 0 no errors, 1 errors, 2 wrong usage.
        """;
  }

  @Override
  public int run(List<String> arguments) {
    CommandOptions options = CommandOptions.of(arguments, Set.of(), Set.of("--json"));
    List<Issue> issues = GraphFiles.compile(options.word("FILE")).issues();
    if (options.has("--json")) {
      System.out.println(
          WireJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(issues));
    } else {
      issues.forEach(issue -> System.err.println(GraphFiles.line(issue)));
    }
    return GraphFiles.failed(issues) ? 1 : 0;
  }
}
