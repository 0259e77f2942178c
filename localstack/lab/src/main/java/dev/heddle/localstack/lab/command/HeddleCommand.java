package dev.heddle.localstack.lab.command;

import java.util.List;

/** One word of the heddle command. */
public interface HeddleCommand {

  /** The word. */
  String word();

  /** What it does, in one line. */
  String summary();

  /** How it is called, and each option in a line. */
  String help();

  /** Does it; returns the exit status. */
  int run(List<String> arguments);
}
