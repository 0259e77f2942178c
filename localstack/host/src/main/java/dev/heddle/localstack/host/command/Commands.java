package dev.heddle.localstack.host.command;

import dev.heddle.localstack.lab.command.Bench;
import dev.heddle.localstack.lab.command.Command;
import dev.heddle.localstack.lab.command.CrashRuns;
import dev.heddle.localstack.lab.command.Refusal;
import dev.heddle.localstack.lab.command.RunVectors;
import java.util.List;

/** The words of the heddle command. */
public final class Commands {
  private static final List<Command> ALL =
      List.of(
          new Up(),
          new Check(),
          new Compile(),
          new Run(),
          new Generate(),
          new RunVectors(),
          new Bench(),
          new CrashRuns());

  private Commands() {}

  /** The command of this word. */
  public static Command of(String word) {
    return ALL.stream()
        .filter(command -> command.word().equals(word))
        .findFirst()
        .orElseThrow(() -> Refusal.ofCall("unknown command " + word + "; --help lists them"));
  }

  /** All commands, a line each. */
  public static String help() {
    StringBuilder help =
        new StringBuilder("Usage: localstack/heddle COMMAND [options]\n\nCommands:\n");
    for (Command command : ALL) {
      help.append("  %-10s %s\n".formatted(command.word(), command.summary()));
    }
    return help.append("\nlocalstack/heddle COMMAND --help tells more.\n").toString();
  }
}
