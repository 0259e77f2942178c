package dev.heddle.localstack.lab.coldstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bare handler is started by AWS's runtime client; the whole needs jars and is the command's.
 */
class ColdStartBenchTest {
  private static final ColdFunction BARE = ColdFunction.ALL.getFirst();

  @TempDir private Path task;

  @Test
  void aFunctionStartsAndAnswers() throws IOException, InterruptedException {
    TaskFolder.fill(task, List.of());
    ColdStart start = FunctionProcess.measure(BARE, task);
    assertThat(start.ready()).isPositive();
    assertThat(start.answered()).isGreaterThan(start.ready());
  }

  @Test
  void oneThatDoesNotStartIsToldWithWhatItSaid() {
    assertThatThrownBy(() -> FunctionProcess.measure(BARE, task))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("bare handler doesn't start")
        .hasMessageContaining("ClassNotFoundException");
  }

  @Test
  void mediansAreComparedWithTheBareOne() {
    Map<ColdFunction, StartTimes> times = new LinkedHashMap<>();
    times.put(ColdFunction.ALL.get(0), times(100, 300, 120));
    times.put(ColdFunction.ALL.get(1), times(200, 180, 900));
    ColdStartReport report = ColdStartReport.of(0, 3, times);
    assertThat(report.functions())
        .extracting(ColdStartReport.Row::ready, ColdStartReport.Row::readyRatio)
        .containsExactly(Tuple.tuple(120.0, 1.0), Tuple.tuple(200.0, 200.0 / 120));
    var out = new ByteArrayOutputStream();
    new ColdStartTable(new PrintStream(out, true, StandardCharsets.UTF_8)).print(report);
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("node DigestNode", "1.67");
  }

  private static StartTimes times(double... millis) {
    StartTimes times = new StartTimes();
    for (double one : millis) {
      times.add(new ColdStart(one, 2 * one, one));
    }
    return times;
  }
}
