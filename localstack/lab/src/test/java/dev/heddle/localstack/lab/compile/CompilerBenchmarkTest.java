package dev.heddle.localstack.lab.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.statemachines.language.CompilationResult;
import dev.heddle.statemachines.language.Issue;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The benchmark measures drawings that compile, and says so. */
class CompilerBenchmarkTest {

  @ParameterizedTest
  @EnumSource
  void drawingsOfAllSizesCompile(DrawingShape shape) {
    for (int size : List.of(10, 11, 100)) {
      CompilationResult compilation = CompilerBenchmark.compiler().compile(shape.of(size));
      assertThat(compilation.issues()).noneMatch(issue -> issue.severity() == Issue.Severity.ERROR);
      assertThat(shape.of(size).path("nodes").size()).isBetween(size * 8 / 10, size + 1);
    }
  }

  @Test
  void whatIsMeasuredIsPrinted() {
    var settings = new CompilerBenchmark.Settings(List.of(10, 20), "chain", 0);
    CompilerReport report = CompilerBenchmark.run(settings, _ -> {});
    assertThat(report.measured()).extracting(CompileTiming::nodes).containsExactly(10, 20);
    assertThat(report.byHand()).allMatch(one -> one.bytes() > 0 && one.ratio() < 2);
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    new CompilerReportTable(new PrintStream(printed, true, StandardCharsets.UTF_8)).print(report);
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("chain", "by hand", "diamond");
  }
}
