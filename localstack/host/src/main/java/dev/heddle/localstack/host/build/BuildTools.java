package dev.heddle.localstack.host.build;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** What the build leaves to other programs, because it takes them long. */
interface BuildTools {

  /** The libraries of other projects that the laptop runs with, in their order. */
  List<Path> libraries() throws IOException, InterruptedException;

  /** Builds the web pages into a folder that isn't there yet. */
  void buildSite(Path folder) throws IOException, InterruptedException;
}
