package dev.heddle.localstack.host.command;

import dev.heddle.localstack.lab.command.BenchCommand;
import dev.heddle.localstack.lab.command.CommandRefusal;
import dev.heddle.localstack.lab.command.CrashCommand;
import dev.heddle.localstack.lab.command.HeddleCommand;
import dev.heddle.localstack.lab.command.VectorsCommand;
import java.util.List;

/** The words of the heddle command. */
public final class HeddleCommands {
  private static final List<HeddleCommand> ALL =
      List.of(
          new UpCommand(),
          new CheckCommand(),
          new CompileCommand(),
          new RunCommand(),
          new GenerateCommand(),
          new VectorsCommand(),
          new BenchCommand(),
          new CrashCommand());

  private HeddleCommands() {}

  /** The command of this word. */
  public static HeddleCommand of(String word) {
    return ALL.stream()
        .filter(command -> command.word().equals(word))
        .findFirst()
        .orElseThrow(() -> CommandRefusal.ofCall("unknown command " + word + "; see --help"));
  }

  /** All commands, a line each. */
  public static String help() {
    StringBuilder help =
        new StringBuilder("Usage: localstack/heddle COMMAND [options]\n\nCommands:\n");
    for (HeddleCommand command : ALL) {
      help.append("  %-10s %s\n".formatted(command.word(), command.summary()));
    }
    return help.append("\nSee localstack/heddle COMMAND --help for the options.\n").toString();
  }
}
