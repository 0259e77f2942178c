package dev.heddle.localstack.host.readme;

import dev.heddle.localstack.host.command.HeddleCommands;
import dev.heddle.localstack.host.walls.Repository;
import dev.heddle.localstack.lab.command.CommandRefusal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/** Finds what keeps a command from working in a fresh clone. */
final class CommandProblems {
  private static final Set<String> DEPLOYMENT = Set.of("bootstrap", "deploy", "synth", "diff");

  private static final Path ROOT = Repository.ROOT;

  private CommandProblems() {}

  /** What is wrong with it, a line each. */
  static List<String> of(ShellCommand command) {
    if (readsFile(command.line())) {
      return List.of(command.told("a shell reads < as a file"));
    }
    Stream<String> problems =
        switch (command.program()) {
          case "mvn" -> MavenProblems.of(command);
          case "npm" -> npm(command);
          case "npx" -> npx(command.arguments());
          case "cdk" -> cdk(command.arguments());
          case "node" -> file(command.folder(), script(command));
          case "curl" -> curl(command);
          case "localstack/heddle" -> heddle(command);
          default -> file("", command.program());
        };
    return problems.map(command::told).toList();
  }

  private static boolean readsFile(String line) {
    return line.replaceAll("'[^']*'|\"[^\"]*\"", "").contains("<");
  }

  private static Stream<String> npm(ShellCommand command) {
    Path file = ROOT.resolve(command.folder()).resolve("package.json");
    if (!Files.exists(file)) {
      return Stream.of("there is no package.json in its folder");
    }
    String word = command.arguments().getFirst();
    String script = word.equals("run") ? command.arguments().get(1) : word;
    boolean isKnown =
        script.equals("ci")
            || JsonMapper.shared().readTree(Repository.read(file)).path("scripts").has(script);
    return isKnown ? Stream.empty() : Stream.of("there is no script " + script);
  }

  private static String script(ShellCommand command) {
    return command.arguments().stream()
        .filter(word -> !word.startsWith("--"))
        .findFirst()
        .orElse("");
  }

  private static Stream<String> npx(List<String> arguments) {
    return arguments.getFirst().matches("aws-cdk@\\d+(\\.\\d+)+")
        ? cdk(arguments.subList(1, arguments.size()))
        : Stream.of("name the package with its version");
  }

  private static Stream<String> cdk(List<String> arguments) {
    return DEPLOYMENT.contains(arguments.getFirst())
        ? Stream.empty()
        : Stream.of("the CDK has no command " + arguments.getFirst());
  }

  private static Stream<String> curl(ShellCommand command) {
    return command
        .options("http")
        .map(URI::create)
        .filter(address -> !"localhost".equals(address.getHost()))
        .map(address -> address + " is not this machine");
  }

  private static Stream<String> heddle(ShellCommand command) {
    String word = command.arguments().getFirst();
    if (word.equals("--help")) {
      return Stream.empty();
    }
    try {
      String help = HeddleCommands.of(word).help();
      return Stream.concat(command.options("--"), benchmark(command))
          .map(option -> option.replaceFirst("=.*", ""))
          .filter(option -> !help.contains(option))
          .map(option -> "its help doesn't tell " + option);
    } catch (CommandRefusal e) {
      return Stream.of(String.valueOf(e.getMessage()));
    }
  }

  private static Stream<String> benchmark(ShellCommand command) {
    return command.hasPlaceholder()
        ? Stream.empty()
        : Stream.of(command.valueOf("bench")).filter(name -> !name.isEmpty());
  }

  private static Stream<String> file(String folder, String name) {
    return Files.exists(ROOT.resolve(folder).resolve(name))
        ? Stream.empty()
        : Stream.of(name + " is missing");
  }
}
