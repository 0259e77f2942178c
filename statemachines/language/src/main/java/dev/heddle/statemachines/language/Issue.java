package dev.heddle.statemachines.language;

import org.jspecify.annotations.Nullable;

/**
 * One problem of a drawing, at its place.
 *
 * @param rule the check that found it, in kebab case
 * @param field the path of a config field, such as {@code cases[1].condition}
 * @param column where in the field's expression, counted from 1
 * @param hint what to do about it; empty when the message says it
 */
public record Issue(
    Severity severity,
    String rule,
    @Nullable String node,
    @Nullable String edge,
    @Nullable String field,
    @Nullable Integer column,
    String message,
    String hint) {

  /** Only an error keeps a drawing from being published. */
  public enum Severity {
    ERROR,
    WARNING,
    INFO
  }
}
