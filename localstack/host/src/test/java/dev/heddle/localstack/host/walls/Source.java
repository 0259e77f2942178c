package dev.heddle.localstack.host.walls;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One Java source.
 *
 * @param path from the root of the repository
 */
record Source(String path, String text) {
  // Texts first, so that what looks like a comment inside of one stays.
  private static final Pattern TEXT_OR_COMMENT =
      Pattern.compile(
          "(\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n"
              + "])*\"|'(?:\\\\.|[^'\\\\\\n"
              + "])*')|/\\*.*?\\*/|//[^\\n"
              + "]*",
          Pattern.DOTALL);

  /** What matches in its code, comments left out. */
  List<String> found(Pattern pattern) {
    return pattern.matcher(code()).results().map(match -> match.group()).toList();
  }

  /** Its texts, each as it stands between its quotes, comments left out. */
  List<String> texts() {
    return TEXT_OR_COMMENT
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .filter(found -> found != null && found.startsWith("\""))
        .toList();
  }

  /** The name of its class. */
  String type() {
    return path.replaceFirst(".*/", "").replace(".java", "");
  }

  /** The folder of its package, below the source folder. */
  String folder() {
    return path.replaceFirst(".*/src/main/java/", "").replaceFirst("/[^/]*$", "");
  }

  private String code() {
    return TEXT_OR_COMMENT
        .matcher(text)
        .replaceAll(match -> match.group(1) == null ? " " : quote(match.group(1)));
  }

  private static String quote(String text) {
    return Matcher.quoteReplacement(text);
  }
}
