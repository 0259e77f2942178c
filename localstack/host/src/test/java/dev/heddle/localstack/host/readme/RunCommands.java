package dev.heddle.localstack.host.readme;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Runs the READMEs' commands, the cheap ones. It and what it needs use the JDK alone, so that it
 * starts from its source, before anything is built.
 */
final class RunCommands {
  private static final int MINUTES = 10;
  private static final int SHOWN = 20;
  private static final Set<String> SERVERS = Set.of("up", "fake", "dev", "journeys");
  private static final Set<String> MEASURES = Set.of("bench", "crash", "vectors");

  private final Path root;

  RunCommands(Path root) {
    this.root = root;
  }

  /** Runs those of the tree in the working directory; the exit status is 1 if one fails. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path root = Path.of("").toAbsolutePath();
    RunCommands runner = new RunCommands(root);
    Map<String, ShellCommand> commands = new LinkedHashMap<>();
    for (Readme page : Readme.all(root)) {
      ShellCommand.of(page).forEach(one -> commands.putIfAbsent(one.folder() + one.line(), one));
    }
    boolean allWork = true;
    for (ShellCommand command : commands.values()) {
      allWork &= runner.runs(command);
    }
    System.exit(allWork ? 0 : 1);
  }

  private boolean runs(ShellCommand command) throws IOException, InterruptedException {
    String reason = reasonToSkip(command);
    if (!reason.isEmpty()) {
      System.out.println(command.told("skipped: " + reason));
      return true;
    }
    int status = run(command);
    System.out.println(command.told(status == 0 ? "works" : "FAILED with status " + status));
    return status == 0;
  }

  /** Runs it as its page says, in bounded time; returns its exit status. */
  int run(ShellCommand command) throws IOException, InterruptedException {
    Path output = Files.createTempFile("readme", ".log");
    Process process =
        new ProcessBuilder("bash", "-c", line(command))
            .directory(root.resolve(command.folder()).toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly().waitFor();
    }
    if (process.exitValue() != 0) {
      List<String> lines = Files.readAllLines(output);
      lines.subList(Math.max(0, lines.size() - SHOWN), lines.size()).forEach(System.out::println);
    }
    Files.delete(output);
    return process.exitValue();
  }

  // Tests are the build's; whether the modules are found and compile is what a page can get wrong.
  private static String line(ShellCommand command) {
    return command.program().equals("mvn")
        ? command.line() + " -q -Dfast -DskipTests"
        : command.line();
  }

  /** Why it isn't run, or nothing. */
  String reasonToSkip(ShellCommand command) {
    List<String> arguments = command.arguments();
    return switch (command.program()) {
      case "curl" -> "it needs a server";
      case "cdk", "npx" -> "it needs an account";
      case "mvn" -> arguments.contains("-pl") ? "" : "it is the build";
      case "node" -> arguments.contains("--test") ? "it needs a server" : "";
      case "npm" -> {
        boolean isInstalled = Files.exists(root.resolve(command.folder()).resolve("node_modules"));
        yield arguments.contains("ci") && isInstalled ? "it is done already" : server(arguments);
      }
      case "localstack/heddle" -> {
        boolean measures = MEASURES.contains(arguments.getFirst());
        yield command.hasPlaceholder()
            ? "a reader fills it in"
            : measures ? "it takes minutes" : server(arguments);
      }
      default -> command.program().startsWith(".ci/") ? "it is what runs" : "";
    };
  }

  private static String server(List<String> arguments) {
    return arguments.stream().anyMatch(SERVERS::contains) ? "it needs or is a server" : "";
  }
}
