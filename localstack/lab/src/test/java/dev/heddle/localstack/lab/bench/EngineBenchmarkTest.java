package dev.heddle.localstack.lab.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The benchmark measures what it says, on a small scale. */
class EngineBenchmarkTest {
  @TempDir Path folder;

  static List<String> workloads() {
    return EngineBenchmark.workloads();
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void measuresEachWorkload(String workload) throws InterruptedException {
    List<String> heard = new ArrayList<>();
    var settings = new EngineBenchmark.Settings(folder, 0.02, 0, workload);
    EngineReport report = EngineBenchmark.run(settings, heard::add);
    assertThat(heard).hasSize(3);
    assertThat(report.throughput()).hasSize(6).allMatch(line -> line.perSecond() > 0);
    assertThat(report.throughput()).allMatch(line -> line.p50() <= line.p99());
    assertThat(report.history()).isPositive();
    assertThat(report.inFlight()).isEmpty();
  }

  @Test
  void findsEveryRunInFlightAgain() throws InterruptedException {
    var settings = new EngineBenchmark.Settings(folder, 0.02, 40, "pass10");
    EngineReport report = EngineBenchmark.run(settings, what -> {});
    assertThat(report.inFlight()).extracting(InFlightCost::runs).containsExactly(4, 40);
    assertThat(report.inFlight()).extracting(InFlightCost::found).containsExactly(4, 40);
  }

  @Test
  void comparesWithThePeerWhereItHasFigures() throws InterruptedException {
    var settings = new EngineBenchmark.Settings(folder, 0.02, 0, "pass10");
    EngineReport report = EngineBenchmark.run(settings, what -> {});
    assertThat(report.throughput().stream().filter(line -> line.ratio() != null))
        .hasSize(2)
        .allMatch(line -> line.callers() == 50);
    var bytes = new ByteArrayOutputStream();
    new EngineReportTable(new PrintStream(bytes, true, StandardCharsets.UTF_8)).print(report);
    assertThat(bytes.toString(StandardCharsets.UTF_8))
        .contains("10 Pass states", "start + describe", "StartSyncExecution", "load average");
  }
}
