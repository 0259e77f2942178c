package dev.heddle.functions.channels;

import dev.heddle.functions.spec.run.EventCursor;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.RunTrace;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.workflow.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs in memory. */
public final class FakeRuns implements Runs {
  private final Map<String, Run> all = new LinkedHashMap<>();

  @Override
  public void recordStart(Run run) {
    all.putIfAbsent(run.id(), run);
  }

  @Override
  public Optional<Run> find(String id) {
    return Optional.ofNullable(all.get(id));
  }

  /** All of them, in the order they came. */
  public List<Run> all() {
    return List.copyOf(all.values());
  }

  @Override
  public Optional<RunTrace> trace(String id) {
    return find(id).map(run -> new RunTrace(run, 1, List.of()));
  }

  @Override
  public EventCursor cursor(String run, String execution) {
    return EventCursor.of(execution);
  }

  @Override
  public void linkExecution(String execution, String run) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Optional<String> runOfExecution(String execution) {
    return Optional.empty();
  }

  @Override
  public Page<Run> list(
      @Nullable String workflow, Run.@Nullable Status status, int limit, @Nullable String cursor) {
    return new Page<>(all(), null);
  }

  @Override
  public boolean record(RunTrace trace) {
    return true;
  }
}
