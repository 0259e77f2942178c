package dev.heddle.statemachines.language.report;

import dev.heddle.statemachines.language.report.Diagnostic.Severity;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects problems in the order they are found, up to a bound that no person would read past. */
public final class Diagnostics {
  private static final int MOST = 1_000;
  private final List<Diagnostic> found = new ArrayList<>();
  private boolean erroneous;

  /** Reports an error. */
  public void error(String rule, SourceLocation place, String message, String hint) {
    add(Severity.ERROR, rule, place, null, message, hint);
  }

  /** Reports an error at a column of an expression. */
  public void error(String rule, SourceLocation place, int column, String message, String hint) {
    add(Severity.ERROR, rule, place, column, message, hint);
  }

  /** Reports a warning. */
  public void warning(String rule, SourceLocation place, String message, String hint) {
    add(Severity.WARNING, rule, place, null, message, hint);
  }

  /** Reports a warning at a column of an expression. */
  public void warning(String rule, SourceLocation place, int column, String message, String hint) {
    add(Severity.WARNING, rule, place, column, message, hint);
  }

  /** Reports something worth knowing. */
  public void info(String rule, SourceLocation place, String message, String hint) {
    add(Severity.INFO, rule, place, null, message, hint);
  }

  private void add(
      Severity weight,
      String rule,
      SourceLocation place,
      @Nullable Integer column,
      String message,
      String hint) {
    erroneous |= weight == Severity.ERROR;
    if (found.size() < (weight == Severity.ERROR ? 2 * MOST : MOST)) {
      found.add(
          new Diagnostic(
              weight, rule, place.node(), place.edge(), place.field(), column, message, hint));
    }
  }

  /** Whether no more is taken in, not even errors. */
  public boolean isFull() {
    return found.size() >= 2 * MOST;
  }

  /** Whether any error was found. */
  public boolean hasErrors() {
    return erroneous;
  }

  /** All problems, in the order they were found. */
  public List<Diagnostic> all() {
    return List.copyOf(found);
  }
}
