package dev.heddle.statemachines.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.statemachines.language.CompilationResult;
import dev.heddle.statemachines.language.Issue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compiles each drawing of the cases; {@code -Dupdate} rewrites what is expected. A run map is
 * compared in the cases that have one; an empty {@code run-map.json} asks for it.
 */
class CasesTest {
  private static final Path CASES =
      Path.of("src/test/resources/dev/heddle/statemachines/compiler/cases");
  private static final JsonMapper JSON = JsonMapper.shared();

  @TestFactory
  Stream<DynamicTest> compilesAsExpected() throws IOException {
    try (Stream<Path> folders = Files.list(CASES)) {
      return folders.sorted().toList().stream()
          .map(
              folder ->
                  DynamicTest.dynamicTest(folder.getFileName().toString(), () -> check(folder)));
    }
  }

  private static void check(Path folder) throws IOException {
    CompilationResult compilation =
        SampleTypes.compiler()
            .compile(JSON.readTree(Files.readString(folder.resolve("graph.json"))));
    compare(folder.resolve("issues.txt"), issues(compilation));
    compare(folder.resolve("machine.asl.json"), machine(compilation));
    if (Files.exists(folder.resolve("run-map.json"))) {
      compare(folder.resolve("run-map.json"), runMap(compilation));
    }
  }

  private static String runMap(CompilationResult compilation) {
    return compilation.machine() == null ? "" : pretty(compilation.machine().runMap());
  }

  private static String issues(CompilationResult compilation) {
    StringBuilder lines = new StringBuilder();
    for (Issue issue : compilation.issues()) {
      lines.append(issue.severity()).append(' ').append(issue.rule());
      lines.append(" @").append(issue.node() == null ? "" : issue.node());
      lines.append(issue.edge() == null ? "" : "-" + issue.edge());
      lines.append(issue.field() == null ? "" : "." + issue.field());
      lines.append(issue.column() == null ? "" : ":" + issue.column());
      lines.append("  ").append(issue.message());
      lines.append(issue.hint().isEmpty() ? "" : "  // " + issue.hint()).append('\n');
    }
    return lines.toString();
  }

  private static String machine(CompilationResult compilation) {
    return compilation.machine() == null ? "" : pretty(compilation.machine().definition());
  }

  private static String pretty(Object value) {
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter()
            .withObjectIndenter(new DefaultIndenter("  ", "\n"))
            .withArrayIndenter(new DefaultIndenter("  ", "\n"));
    return JSON.writer().with(printer).writeValueAsString(value) + "\n";
  }

  private static void compare(Path expected, String actual) throws IOException {
    if (System.getProperty("update") == null) {
      assertThat(actual).isEqualTo(Files.exists(expected) ? Files.readString(expected) : "");
    } else if (actual.isEmpty()) {
      Files.deleteIfExists(expected);
    } else {
      Files.writeString(expected, actual);
    }
  }
}
