package dev.heddle.localstack.host.readme;

import dev.heddle.localstack.host.walls.Repository;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds links and paths of a page that lead nowhere. */
final class PathProblems {
  private static final String PATH = "[\\w.-]+(/[\\w.-]+)+/?";
  private static final String BUILT = ".*(^|/)(target|dist|node_modules|\\.heddle)(/.*|$)";

  private static final Path ROOT = Repository.ROOT;

  private PathProblems() {}

  /** What is wrong with them, a line each. */
  static List<String> of(Readme page) {
    Path folder = ROOT.resolve(page.folder());
    Stream<String> links =
        page.links().stream().filter(link -> !Files.exists(folder.resolve(link)));
    Stream<String> paths =
        page.quoted().stream()
            .filter(text -> text.matches(PATH) && !text.matches(BUILT))
            .filter(path -> isOurs(folder, path) && !exists(folder, path));
    return Stream.concat(links, paths)
        .map(path -> page.path() + ": " + path + " is not there")
        .toList();
  }

  /** Whether it begins like a path of ours, and isn't one of another system or a media type. */
  private static boolean isOurs(Path folder, String path) {
    String first = path.replaceFirst("/.*", "");
    return exists(folder, first);
  }

  private static boolean exists(Path folder, String path) {
    return Files.exists(ROOT.resolve(path)) || Files.exists(folder.resolve(path));
  }
}
