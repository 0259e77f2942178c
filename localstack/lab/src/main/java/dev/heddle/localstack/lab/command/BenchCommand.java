package dev.heddle.localstack.lab.command;

import java.util.List;

/** Runs a benchmark by name. */
public final class BenchCommand implements HeddleCommand {
  private static final List<BenchSubcommand> ALL =
      List.of(new BenchEngineCommand(), new BenchCompileCommand(), new BenchColdStart());

  @Override
  public String word() {
    return "bench";
  }

  @Override
  public String summary() {
    return "measure a part of Heddle on this machine";
  }

  @Override
  public String help() {
    StringBuilder help = new StringBuilder("Usage: localstack/heddle bench NAME [options]\n");
    ALL.forEach(benchmark -> help.append('\n').append(benchmark.help()));
    return help.toString();
  }

  @Override
  public int run(List<String> arguments) {
    if (arguments.isEmpty()) {
      throw CommandRefusal.ofCall("missing benchmark name; see --help");
    }
    BenchSubcommand named =
        ALL.stream()
            .filter(benchmark -> benchmark.name().equals(arguments.getFirst()))
            .findFirst()
            .orElseThrow(() -> unknown(arguments.getFirst()));
    return named.run(arguments.subList(1, arguments.size()));
  }

  private static CommandRefusal unknown(String name) {
    return CommandRefusal.ofCall("unknown benchmark " + name + "; see bench --help");
  }
}
