package dev.heddle.localstack.host.command;

import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.localstack.lab.command.CommandOptions;
import dev.heddle.localstack.lab.command.HeddleCommand;
import dev.heddle.statemachines.language.CompilationResult;
import dev.heddle.statemachines.language.CompiledMachine;
import java.util.List;
import java.util.Set;

/** Compiles a graph document to Amazon States Language. */
final class CompileCommand implements HeddleCommand {

  @Override
  public String word() {
    return "compile";
  }

  @Override
  public String summary() {
    return "compile a graph document to Amazon States Language";
  }

  @Override
  public String help() {
    return """
        Usage: localstack/heddle compile FILE [--json]

        Prints the state machine on stdout and every issue on stderr; with --json the issues, the
        machine, its kind and its source map as one JSON document.
        Exit status: 0 compiled, 1 errors, 2 wrong usage.
        """;
  }

  @Override
  public int run(List<String> arguments) {
    CommandOptions options = CommandOptions.of(arguments, Set.of(), Set.of("--json"));
    CompilationResult compilation = GraphFiles.compile(options.word("FILE"));
    CompiledMachine machine = compilation.machine();
    if (options.has("--json")) {
      print(compilation);
    } else {
      compilation.issues().forEach(issue -> System.err.println(GraphFiles.line(issue)));
      if (machine != null) {
        print(machine.definition());
      }
    }
    return machine == null ? 1 : 0;
  }

  private static void print(Object value) {
    System.out.println(WireJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(value));
  }
}
