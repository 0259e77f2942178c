package dev.heddle.localstack.host.build;

import java.util.List;

/** The sources can't be built; one line for each problem. */
final class BuildFailure extends RuntimeException {
  private final List<String> lines;

  BuildFailure(List<String> lines) {
    super(String.join("\n", lines), null, false, false);
    this.lines = List.copyOf(lines);
  }

  List<String> lines() {
    return lines;
  }
}
