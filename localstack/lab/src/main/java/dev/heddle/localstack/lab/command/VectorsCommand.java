package dev.heddle.localstack.lab.command;

import dev.heddle.localstack.lab.vectors.TestVectorRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs recordings of the real Step Functions against the embedded engine. */
public final class VectorsCommand implements HeddleCommand {

  @Override
  public String word() {
    return "vectors";
  }

  @Override
  public String summary() {
    return "run recorded cases of the real Step Functions against the engine";
  }

  @Override
  public String help() {
    return """
        Usage: localstack/heddle vectors DIR [--json] [--show] [--group NAME]

        Prints for each group how many recordings agree in status (L1), output or error (L2), cause
        (L3) and events (L4), each level including those before; --show lists what differs.
        Exit status: 0 every status and output agrees, 1 some differ, 2 wrong usage.
        """;
  }

  @Override
  public int run(List<String> arguments) {
    if (arguments.isEmpty() || !Files.isDirectory(Path.of(arguments.getFirst()))) {
      throw CommandRefusal.ofCall("missing folder of recordings; see --help");
    }
    try {
      return TestVectorRunner.run(arguments, System.out);
    } catch (IOException e) {
      throw CommandRefusal.of(arguments.getFirst() + " can't be read: " + e.getMessage());
    }
  }
}
