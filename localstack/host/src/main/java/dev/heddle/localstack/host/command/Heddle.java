package dev.heddle.localstack.host.command;

import dev.heddle.localstack.lab.command.CommandRefusal;
import dev.heddle.localstack.lab.command.HeddleCommand;
import java.util.Arrays;
import java.util.List;

/** The heddle command. */
public final class Heddle {
  private Heddle() {}

  /** Runs one word of the command; the exit status is 0, 1 for a problem, 2 for a wrong call. */
  public static void main(String[] arguments) {
    System.exit(run(List.of(arguments)));
  }

  private static int run(List<String> arguments) {
    if (arguments.isEmpty() || isHelp(arguments.getFirst())) {
      System.out.print(HeddleCommands.help());
      return arguments.isEmpty() ? 2 : 0;
    }
    try {
      HeddleCommand command = HeddleCommands.of(arguments.getFirst());
      List<String> rest = arguments.subList(1, arguments.size());
      if (rest.stream().anyMatch(Heddle::isHelp)) {
        System.out.print(command.help());
        return 0;
      }
      return command.run(rest);
    } catch (CommandRefusal refusal) {
      System.err.println("heddle: " + refusal.getMessage());
      return refusal.status();
    }
  }

  private static boolean isHelp(String word) {
    return Arrays.asList("--help", "-h", "help").contains(word);
  }
}
