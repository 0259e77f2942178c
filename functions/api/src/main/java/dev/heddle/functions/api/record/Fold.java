package dev.heddle.functions.api.record;

import dev.heddle.functions.spec.run.EventCursor;
import dev.heddle.functions.spec.run.EventPosition;
import dev.heddle.functions.spec.run.NodeTrace;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.RunTrace;
import dev.heddle.statemachines.language.RunMap;
import dev.heddle.statemachines.language.SourceMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Adds events of the log to what is known of a run; in any order and however often, the same. Only
 * where containers must be told apart an event waits for the one it follows.
 */
final class Fold {
  /** A node that can't catch stands inside one of these, which is left even when the node fails. */
  private static final String WRAPPER = "ParallelStateExited";

  private final SourceMap source;
  private final RunMap map;
  private final boolean flat;
  private final long revision;
  private final NodeRetention nodes;
  private final Map<Long, String> owners = new HashMap<>();
  private final List<ExecutionEvent> unplaced = new ArrayList<>();
  private final RunTrace before;
  private Run run;
  private long since;
  private EventCursor eventCursor;

  Fold(RunTrace trace, SourceMap source, RunMap map) {
    this.source = source;
    this.map = map;
    flat = !map.hasContainers();
    before = trace;
    revision = trace.revision();
    run = trace.run();
    since = trace.since();
    eventCursor = trace.cursor();
    nodes = new NodeRetention(trace.nodes());
    for (NodeTrace node : trace.nodes()) {
      node.events().forEach(event -> owners.put(event, node.node()));
    }
  }

  /** The run with the nodes that the events changed. */
  RunTrace changed() {
    return new RunTrace(
        run,
        revision,
        since,
        nodes.changed(),
        eventCursor,
        nodes.dropped(),
        before.droppedCounts());
  }

  boolean isChanged() {
    return revision == 0
        || !run.equals(before.run())
        || !eventCursor.equals(before.cursor())
        || !nodes.changed().isEmpty();
  }

  /** Events whose node can't be told before an earlier event is known. */
  List<ExecutionEvent> unplaced() {
    return unplaced;
  }

  void add(ExecutionEvent event) {
    if (event.type().startsWith("Execution") && eventCursor.execution().isEmpty()) {
      applyStatus(event);
    }
    if (flat) {
      say(event, null);
    } else if (!eventCursor.hasSeen(event.id())) {
      follow(event);
    }
  }

  /** An end or a new beginning holds until a later one. */
  private void applyStatus(ExecutionEvent event) {
    Run next = RunFacts.with(run, event);
    if (event.id() > since && !next.equals(run)) {
      run = next;
      since = event.id();
    }
  }

  private void follow(ExecutionEvent event) {
    EventPosition eventPosition = eventCursor.positionOf(event.previous());
    if (eventPosition == null) {
      unplaced.add(event);
      return;
    }
    say(event, eventPosition);
    PositionChange positionChange = new PositionChange(event, source.states().get(event.name()));
    EventPosition here = positionChange.after(eventPosition);
    for (String container : positionChange.endedContainers()) {
      eventCursor = eventCursor.outside(container, map.around(container), here);
    }
    eventCursor =
        eventCursor.and(event.id(), event.previous(), positionChange.continuesPath(), here);
  }

  private void say(ExecutionEvent event, @Nullable EventPosition eventPosition) {
    switch (event.type()) {
      case "TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded" ->
          task(event, eventPosition);
      case "TaskFailed", "TaskTimedOut", "TaskStartFailed", "TaskSubmitFailed" ->
          task(event, eventPosition);
      case "EvaluationFailed" -> evaluationFailed(event, eventPosition);
      case "MapIterationSucceeded", "MapIterationFailed", "MapIterationAborted" ->
          iterationEnded(event, eventPosition);
      case "ExecutionSucceeded", "ExecutionFailed", "ExecutionTimedOut", "ExecutionAborted" ->
          childEnded(event, eventPosition);
      default -> state(event, eventPosition);
    }
  }

  private void state(ExecutionEvent event, @Nullable EventPosition eventPosition) {
    SourceMap.Origin origin = source.states().get(event.name());
    if (origin != null && event.type().endsWith("StateEntered") && origin.runs()) {
      place(eventPosition, event, NodeFacts.entered(origin.node(), event));
    }
    if (event.type().endsWith("StateExited")) {
      if (origin != null && (origin.runs() || event.type().equals(WRAPPER))) {
        place(eventPosition, event, NodeFacts.left(origin.node(), event));
      }
      event
          .details()
          .path("assignedVariables")
          .properties()
          .forEach(
              variable -> assigned(eventPosition, event, variable.getKey(), variable.getValue()));
    }
  }

  private void place(@Nullable EventPosition eventPosition, ExecutionEvent event, NodeTrace facts) {
    owners.put(event.id(), facts.node());
    say(eventPosition, facts);
  }

  private void assigned(
      @Nullable EventPosition eventPosition, ExecutionEvent event, String variable, JsonNode text) {
    JsonNode value = ExecutionEvent.parsed(text);
    String output = source.outputs().get(variable);
    if (output != null && !value.isNull()) {
      say(eventPosition, NodeFacts.output(output, event, value));
    }
    String port = source.ports().get(variable);
    if (port != null && value.isString()) {
      say(eventPosition, NodeFacts.port(port, event, value.stringValue()));
    }
  }

  private void task(ExecutionEvent event, @Nullable EventPosition eventPosition) {
    String node = eventPosition == null ? owners.get(event.previous()) : eventPosition.node();
    if (node != null) {
      place(eventPosition, event, NodeFacts.task(node, event));
    } else if (eventPosition == null) {
      unplaced.add(event);
    }
  }

  private void evaluationFailed(ExecutionEvent event, @Nullable EventPosition eventPosition) {
    SourceMap.Origin origin = source.states().get(event.details().path("state").asString(""));
    if (origin != null) {
      say(eventPosition, NodeFacts.failed(origin.node(), event));
    }
  }

  private void iterationEnded(ExecutionEvent event, @Nullable EventPosition eventPosition) {
    SourceMap.Origin origin = source.states().get(event.name());
    if (origin != null && eventPosition != null) {
      map.inside(origin.node(), eventPosition.at()::get)
          .ifPresent(iteration -> nodes.end(iteration, event));
    }
  }

  /** An execution of a for-each's is one iteration, or the last of a batch. */
  private void childEnded(ExecutionEvent event, @Nullable EventPosition eventPosition) {
    if (eventPosition != null && !eventCursor.execution().isEmpty()) {
      String container = eventCursor.execution().substring(0, eventCursor.execution().indexOf(':'));
      map.inside(container, eventPosition.at()::get)
          .ifPresent(iteration -> nodes.end(iteration, event));
    }
  }

  private void say(@Nullable EventPosition eventPosition, NodeTrace facts) {
    Optional<String> path =
        eventPosition == null ? Optional.of("") : map.path(facts.node(), eventPosition.at()::get);
    path.ifPresent(found -> nodes.add(facts.at(found)));
  }
}
