package dev.heddle.localstack.lab.coldstart;

import java.io.PrintStream;
import java.util.Locale;

/** A report as a table for people. */
public record ColdStartTable(PrintStream out) {

  /** Prints all of it. */
  public void print(ColdStartReport report) {
    line(
        "load average before: %.2f; medians of %d starts; without SnapStart",
        report.load(), report.starts());
    line(
        "%-24s %9s %6s %12s %6s %7s %6s  %s",
        "function", "ready ms", "ratio", "answered ms", "ratio", "cpu ms", "ratio", "to");
    report.functions().forEach(this::print);
  }

  private void print(ColdStartReport.Row row) {
    line(
        "%-24s %9.0f %6.2f %12.0f %6.2f %7.0f %6.2f  %s",
        row.name(),
        row.ready(),
        row.readyRatio(),
        row.answered(),
        row.answeredRatio(),
        row.processor(),
        row.processorRatio(),
        row.bare());
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
