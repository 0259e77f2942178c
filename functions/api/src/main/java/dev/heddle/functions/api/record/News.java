package dev.heddle.functions.api.record;

import dev.heddle.functions.spec.run.NodeTrace;
import dev.heddle.functions.spec.run.Trace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery changed, over all attempts to store it: an attempt that fails may have stored
 * some nodes, which the next one then finds unchanged.
 */
final class News {
  private final Map<String, NodeTrace> nodes = new LinkedHashMap<>();
  private List<LogEvent> unplaced = List.of();
  private @Nullable Trace last;

  void add(Trace changed) {
    changed.nodes().forEach(node -> nodes.put(node.key(), node));
    last = changed;
  }

  Optional<Trace> trace() {
    return Optional.ofNullable(last)
        .map(trace -> new Trace(trace.run(), trace.revision(), List.copyOf(nodes.values())));
  }

  void unplaced(List<LogEvent> events) {
    unplaced = events;
  }

  /** What could not be written before earlier events are known. */
  List<LogEvent> unplaced() {
    return unplaced;
  }
}
