package dev.heddle.functions.api.record;

import dev.heddle.functions.spec.run.NodeTrace;
import dev.heddle.functions.spec.run.RunTrace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a delivery changed, over all attempts to store it: an attempt that fails may have stored
 * some nodes, which the next one then finds unchanged.
 */
final class RunChanges {
  private final Map<String, NodeTrace> nodes = new LinkedHashMap<>();
  private List<ExecutionEvent> unplaced = List.of();
  private @Nullable RunTrace last;

  void add(RunTrace changed) {
    changed.nodes().forEach(node -> nodes.put(node.key(), node));
    last = changed;
  }

  Optional<RunTrace> trace() {
    return Optional.ofNullable(last)
        .map(trace -> new RunTrace(trace.run(), trace.revision(), List.copyOf(nodes.values())));
  }

  void unplaced(List<ExecutionEvent> events) {
    unplaced = events;
  }

  /** What could not be written before earlier events are known. */
  List<ExecutionEvent> unplaced() {
    return unplaced;
  }
}
