import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Checks, or with {@code write} rewrites, every Java source by google-java-format. */
class Format {
  private static final Formatter FORMATTER = new Formatter();

  public static void main(String[] args) throws IOException {
    boolean write = args.length > 0 && args[0].equals("write");
    List<Path> wrong = new ArrayList<>();
    for (Path source : sources()) {
      String before = Files.readString(source);
      String after = formatted(source, before);
      if (before.equals(after)) {
        continue;
      }
      wrong.add(source);
      if (write) {
        Files.writeString(source, after);
      }
    }
    report(wrong, write);
  }

  private static List<Path> sources() throws IOException {
    try (var files = Files.walk(Path.of(""))) {
      return files
          .filter(path -> path.toString().endsWith(".java"))
          .filter(path -> !path.toString().matches("(.*/)?(target|node_modules)/.*"))
          .sorted()
          .toList();
    }
  }

  private static String formatted(Path source, String text) {
    try {
      String ordered =
          ImportOrderer.reorderImports(
              RemoveUnusedImports.removeUnusedImports(text), JavaFormatterOptions.Style.GOOGLE);
      return FORMATTER.formatSource(ordered);
    } catch (FormatterException e) {
      throw new IllegalStateException(source + ": " + e.getMessage(), e);
    }
  }

  private static void report(List<Path> wrong, boolean wrote) {
    wrong.forEach(path -> System.err.println((wrote ? "formatted " : "not formatted: ") + path));
    if (!wrote && !wrong.isEmpty()) {
      System.err.println("Run .ci/format to format " + wrong.size() + " file(s).");
      System.exit(1);
    }
  }
}
