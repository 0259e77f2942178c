package dev.heddle.localstack.lab.command;

import java.util.List;

/** One benchmark of the heddle command. */
interface BenchSubcommand {

  /** The name after {@code bench}. */
  String name();

  /** What it measures, and each option in a line. */
  String help();

  /** Measures; returns the exit status. */
  int run(List<String> arguments);
}
