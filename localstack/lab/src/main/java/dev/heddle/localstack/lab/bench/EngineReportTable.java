package dev.heddle.localstack.lab.bench;

import java.io.PrintStream;
import java.util.Locale;

/** A report as a table for people. */
public record EngineReportTable(PrintStream out) {

  /** Prints all of it. */
  public void print(EngineReport report) {
    line("load average before: %.2f; every figure is durable (fsync)", report.load());
    String head = "%-24s %-20s %7s %9s %9s %9s %9s %9s  %s";
    line(head, "workload", "way", "callers", "/s", "p50 ms", "p95 ms", "p99 ms", "cpu ms", "ratio");
    report.throughput().forEach(this::print);
    line("ratio: to %s, %d callers", FlociBaseline.NAME, FlociBaseline.CALLERS);
    line("%nstart with %,d ended executions: %.0f ms", report.history(), report.restartMillis());
    report.inFlight().forEach(this::print);
  }

  private void print(EngineThroughput line) {
    line(
        "%-24s %-20s %7d %9.0f %9.2f %9.2f %9.2f %9.3f  %s",
        line.workload(),
        line.way(),
        line.callers(),
        line.perSecond(),
        line.p50(),
        line.p95(),
        line.p99(),
        line.cpu(),
        line.ratio() == null ? "" : String.format(Locale.ROOT, "%.2f", line.ratio()));
  }

  private void print(InFlightCost runs) {
    line(
        "%,d runs in flight: started %.0f /s, then heap %.0f MB (%.0f bytes a run), resident %.0f"
            + " MB, restart %.0f ms",
        runs.runs(),
        runs.startedPerSecond(),
        runs.heapMegabytes(),
        runs.bytesPerRun(),
        runs.residentMegabytes(),
        runs.restartMillis());
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
