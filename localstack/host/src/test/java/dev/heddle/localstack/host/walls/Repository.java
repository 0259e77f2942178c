package dev.heddle.localstack.host.walls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The source tree that the tests run in. */
public final class Repository {
  /** Its folder. */
  public static final Path ROOT = root();

  private static final Pattern MODULE = Pattern.compile("<module>(.+?)</module>");

  private Repository() {}

  /** The modules of the build, in its order. */
  public static List<String> modules() {
    return MODULE.matcher(read(ROOT.resolve("pom.xml"))).results().map(Repository::name).toList();
  }

  /** The Java sources of a room, tests left out. */
  static List<Source> sources(Room room) {
    Path folder = ROOT.resolve(room.folder()).resolve("src/main/java");
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .map(file -> new Source(ROOT.relativize(file).toString(), read(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(MatchResult module) {
    return module.group(1);
  }

  /** The text of a file. */
  public static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.isDirectory(folder.resolve("statemachines"))) {
      folder = folder.getParent();
    }
    return folder;
  }
}
