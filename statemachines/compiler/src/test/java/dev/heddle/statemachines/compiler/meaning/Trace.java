package dev.heddle.statemachines.compiler.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Which nodes ran, in which iteration, and which may have run before something broke it off. */
final class Trace {
  private final List<Entry> certain = new ArrayList<>();
  private final List<Entry> possible = new ArrayList<>();

  /**
   * One run of a node.
   *
   * @param sent what its function was called with
   * @param left how it ended; nothing if it ended what it stands in
   */
  record Entry(String path, String node, Optional<JsonNode> sent, Optional<Done.Left> left) {

    Place place() {
      return new Place(path, node);
    }
  }

  /** A node in an iteration. */
  record Place(String path, String node) {}

  void add(Entry entry) {
    certain.add(entry);
  }

  void addAll(Trace part) {
    certain.addAll(part.certain);
    possible.addAll(part.possible);
  }

  /** Adds a part that was broken off, nobody knows where. */
  void addPossible(Trace part) {
    possible.addAll(part.certain);
    possible.addAll(part.possible);
  }

  List<Entry> certain() {
    return certain;
  }

  Stream<Entry> all() {
    return Stream.concat(certain.stream(), possible.stream());
  }
}
