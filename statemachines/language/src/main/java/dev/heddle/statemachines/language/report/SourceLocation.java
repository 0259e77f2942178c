package dev.heddle.statemachines.language.report;

import org.jspecify.annotations.Nullable;

/** Where in a drawing something stands; any part may be unknown. */
public record SourceLocation(@Nullable String node, @Nullable String edge, @Nullable String field) {
  /** The whole drawing. */
  public static final SourceLocation DRAWING = new SourceLocation(null, null, null);

  /** A node. */
  public static SourceLocation node(String node) {
    return new SourceLocation(node, null, null);
  }

  /** An edge. */
  public static SourceLocation edge(String edge) {
    return new SourceLocation(null, edge, null);
  }

  /** A field of this place. */
  public SourceLocation field(String name) {
    return new SourceLocation(node, edge, field == null ? name : field + "." + name);
  }

  /** An item of the list at this place. */
  public SourceLocation item(int index) {
    return new SourceLocation(node, edge, (field == null ? "" : field) + "[" + index + "]");
  }
}
