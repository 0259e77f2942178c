package dev.heddle.localstack.lab.compile;

import java.io.PrintStream;
import java.util.Locale;

/** A report as a table for people. */
public record CompilerReportTable(PrintStream out) {

  /** Prints all of it. */
  public void print(CompilerReport report) {
    line("the first workflow of this process, a chain of 100: %.0f ms%n", report.cold());
    line(
        "%-12s %6s %9s %9s %9s %10s",
        "workflow", "nodes", "first ms", "warm ms", "growth", "bytes");
    report.measured().forEach(this::print);
    line("growth: times longer than the size before, divided by the growth of n log n");
    line("%n%-12s %9s %9s %6s", "machine", "bytes", "by hand", "ratio");
    report
        .byHand()
        .forEach(
            one -> line("%-12s %9d %9d %6.2f", one.name(), one.bytes(), one.byHand(), one.ratio()));
  }

  private void print(CompileTiming one) {
    line(
        "%-12s %6d %9.1f %9.2f %9s %10d",
        one.shape(),
        one.nodes(),
        one.first(),
        one.warm(),
        one.growth() == null ? "" : String.format(Locale.ROOT, "%.2f", one.growth()),
        one.bytes());
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
