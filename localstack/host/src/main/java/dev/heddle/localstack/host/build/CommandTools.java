package dev.heddle.localstack.host.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Maven for libraries, npm for the pages; what they say goes to a file. */
final class CommandTools implements BuildTools {
  private static final int SHOWN = 20;

  private final Path root;
  private final String maven;
  private final Path log;

  /**
   * Tools of a source tree.
   *
   * @param maven the command that runs Maven
   */
  CommandTools(Path root, String maven, Path log) {
    this.root = root;
    this.maven = maven;
    this.log = log;
  }

  @Override
  public List<Path> libraries() throws IOException, InterruptedException {
    Path list = log.resolveSibling("libraries.txt");
    Files.deleteIfExists(list);
    // The modules are compiled here; Maven only has to look at their poms.
    run(
        root,
        List.of(
            maven,
            "-B",
            "-Dstyle.color=never",
            "-Dfast",
            "-Dmaven.main.skip",
            "-Dmaven.test.skip",
            "-Plibraries",
            "-Dlibraries.list=" + list,
            "-pl",
            "localstack/host",
            "-am",
            "test-compile"));
    return Stream.of(Files.readString(list).strip().split(":")).map(Path::of).toList();
  }

  @Override
  public void buildSite(Path folder) throws IOException, InterruptedException {
    Path web = root.resolve("web");
    run(web, List.of("sh", "build.sh", "install"));
    run(web, List.of("npm", "run", "--silent", "build", "--", "--outDir", folder.toString()));
  }

  private void run(Path folder, List<String> command) throws IOException, InterruptedException {
    int status =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start()
            .waitFor();
    if (status != 0) {
      List<String> lines = Files.readAllLines(log);
      List<String> errors = lines.stream().filter(line -> line.startsWith("[ERROR]")).toList();
      List<String> shown =
          errors.isEmpty()
              ? lines.subList(Math.max(0, lines.size() - SHOWN), lines.size())
              : errors.subList(0, Math.min(SHOWN, errors.size()));
      throw new BuildFailure(shown);
    }
  }
}
