package dev.heddle.localstack.host.readme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One page of documentation.
 *
 * @param folder the one it lies in, from the root of the repository
 */
record Readme(String folder, String name, String text) {
  private static final Set<String> BUILT = Set.of("target", "node_modules", "dist", ".git");
  private static final Pattern FENCE = Pattern.compile("(?ms)^```\\w*\\n(.*?)^```");
  private static final Pattern INDENTED = Pattern.compile("(?m)(?<=\\n\\n)(?: {4}.*\\n)+");
  private static final Pattern CODE = Pattern.compile("`([^`]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern MARK = Pattern.compile("<!-- (generated|end): (.+?) -->");

  /** All of a source tree. */
  static List<Readme> all(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> isPage(file) && !isBuilt(root.relativize(file)))
          .sorted()
          .map(file -> read(root, file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isPage(Path file) {
    return file.endsWith("README.md") || file.endsWith("CONTRIBUTING.md");
  }

  private static boolean isBuilt(Path file) {
    return Stream.of(file.toString().split("/")).anyMatch(BUILT::contains);
  }

  private static Readme read(Path root, Path file) {
    try {
      String folder = root.relativize(file.getParent()).toString();
      return new Readme(folder, file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String path() {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  /** The lines of its blocks of code, those that go on in the next one joined. */
  List<String> blockLines() {
    Stream<String> fenced = FENCE.matcher(text).results().map(block -> block.group(1));
    Stream<String> indented =
        INDENTED.matcher(outsideFences()).results().map(block -> block.group());
    return Stream.concat(fenced, indented)
        .flatMap(block -> block.replaceAll("\\\\\\n\\s*", "").lines())
        .map(String::strip)
        .toList();
  }

  /** What stands in backticks, in one line each. */
  List<String> quoted() {
    return CODE.matcher(INDENTED.matcher(outsideFences()).replaceAll(""))
        .results()
        .map(code -> code.group(1).replaceAll("\\s+", " "))
        .toList();
  }

  /** Where its links lead, those to other sites and within the page left out. */
  List<String> links() {
    return LINK.matcher(outsideFences())
        .results()
        .map(link -> link.group(1).replaceFirst("#.*", ""))
        .filter(target -> !target.isEmpty() && !target.contains("://"))
        .toList();
  }

  /** The marks around what is generated, in their order. */
  List<String> marks() {
    return MARK.matcher(text).results().map(mark -> mark.group(1) + ": " + mark.group(2)).toList();
  }

  private String outsideFences() {
    return FENCE.matcher(text).replaceAll("");
  }
}
