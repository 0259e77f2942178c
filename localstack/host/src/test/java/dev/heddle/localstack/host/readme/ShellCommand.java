package dev.heddle.localstack.host.readme;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One command that a page tells its reader to run.
 *
 * @param folder where it is run, from the root of the repository
 * @param words the program and its arguments, without quotes and variables before it
 * @param line as it is written
 */
record ShellCommand(Readme page, String folder, List<String> words, String line) {
  private static final Set<String> PROGRAMS =
      Set.of("mvn", ".mvn/mvnw", "npm", "npx", "node", "cdk", "curl", "localstack/heddle");
  private static final Pattern WORD = Pattern.compile("(?:[^\\s'\"]|'[^']*'|\"[^\"]*\")+");
  private static final String VARIABLE = "[A-Z_]+=.*";

  /** The commands of a page: in its blocks, and in backticks if they have arguments. */
  static List<ShellCommand> of(Readme page) {
    List<ShellCommand> commands = new ArrayList<>();
    page.blockLines().forEach(line -> commands.addAll(parts(page, line)));
    page.quoted().stream()
        .filter(code -> code.contains(" "))
        .forEach(code -> commands.addAll(parts(page, code)));
    return commands;
  }

  // `cd` holds for the rest of its line. npm finds its scripts where it is run: beside the page.
  private static List<ShellCommand> parts(Readme page, String line) {
    List<ShellCommand> parts = new ArrayList<>();
    String folder = "";
    for (String part : line.replaceFirst("\\s+#\\s.*", "").split("&&")) {
      List<String> words = words(part);
      if (words.size() == 2 && words.getFirst().equals("cd")) {
        folder = words.getLast();
      } else if (!words.isEmpty() && isProgram(words.getFirst())) {
        boolean besidePage = folder.isEmpty() && words.getFirst().startsWith("n");
        String from = besidePage ? page.folder() : folder;
        parts.add(new ShellCommand(page, from, words, part.strip()));
      }
    }
    return parts;
  }

  private static List<String> words(String part) {
    return WORD.matcher(part)
        .results()
        .map(word -> word.group().replaceAll("['\"]", ""))
        .dropWhile(word -> word.matches(VARIABLE))
        .toList();
  }

  private static boolean isProgram(String word) {
    return PROGRAMS.contains(word) || word.startsWith(".ci/");
  }

  /** What runs; Maven's wrapper is Maven. */
  String program() {
    return words.getFirst().equals(".mvn/mvnw") ? "mvn" : words.getFirst();
  }

  List<String> arguments() {
    return words.subList(1, words.size());
  }

  /** The words that begin with this. */
  Stream<String> options(String start) {
    return words.stream().filter(word -> word.startsWith(start));
  }

  /** The word after an option, or nothing. */
  String valueOf(String option) {
    int at = words.indexOf(option);
    return at < 0 || at + 1 >= words.size() ? "" : words.get(at + 1);
  }

  /** Whether a reader has to put something in: FILE, JSON, DIR, an ellipsis. */
  boolean hasPlaceholder() {
    return arguments().stream().anyMatch(word -> word.matches("[A-Z]{2,}|.*[…<].*"));
  }

  String told(String problem) {
    return page.path() + ": " + line + ": " + problem;
  }
}
