package dev.heddle.statemachines.language.report;

import org.jspecify.annotations.Nullable;

/** One problem and its place in the drawing; {@code column} counts from 1 in the stored text. */
public record Diagnostic(
    Severity severity,
    String rule,
    @Nullable String node,
    @Nullable String edge,
    @Nullable String field,
    @Nullable Integer column,
    String message,
    String hint) {

  /** How much a problem matters: only an error keeps a drawing from being compiled. */
  public enum Severity {
    ERROR,
    WARNING,
    INFO
  }
}
