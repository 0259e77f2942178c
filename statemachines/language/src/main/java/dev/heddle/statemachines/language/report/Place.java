package dev.heddle.statemachines.language.report;

import org.jspecify.annotations.Nullable;

/** Where in a drawing something stands; any part may be unknown. */
public record Place(@Nullable String node, @Nullable String edge, @Nullable String field) {
  /** The whole drawing. */
  public static final Place DRAWING = new Place(null, null, null);

  /** A node. */
  public static Place node(String node) {
    return new Place(node, null, null);
  }

  /** An edge. */
  public static Place edge(String edge) {
    return new Place(null, edge, null);
  }

  /** A field of this place. */
  public Place field(String name) {
    return new Place(node, edge, field == null ? name : field + "." + name);
  }

  /** An item of the list at this place. */
  public Place item(int index) {
    return new Place(node, edge, (field == null ? "" : field) + "[" + index + "]");
  }
}
