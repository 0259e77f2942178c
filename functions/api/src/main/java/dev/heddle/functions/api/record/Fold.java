package dev.heddle.functions.api.record;

import dev.heddle.functions.spec.run.NodeTrace;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.Spot;
import dev.heddle.functions.spec.run.Trace;
import dev.heddle.functions.spec.run.Trail;
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
  private final KeptNodes nodes;
  private final Map<Long, String> owners = new HashMap<>();
  private final List<LogEvent> unplaced = new ArrayList<>();
  private final Trace before;
  private Run run;
  private long since;
  private Trail trail;

  Fold(Trace trace, SourceMap source, RunMap map) {
    this.source = source;
    this.map = map;
    flat = !map.hasContainers();
    before = trace;
    revision = trace.revision();
    run = trace.run();
    since = trace.since();
    trail = trace.trail();
    nodes = new KeptNodes(trace.nodes());
    for (NodeTrace node : trace.nodes()) {
      node.events().forEach(event -> owners.put(event, node.node()));
    }
  }

  /** The run with the nodes that the events changed. */
  Trace changed() {
    return new Trace(
        run, revision, since, nodes.changed(), trail, nodes.dropped(), before.tallies());
  }

  boolean isChanged() {
    return revision == 0
        || !run.equals(before.run())
        || !trail.equals(before.trail())
        || !nodes.changed().isEmpty();
  }

  /** Events whose node can't be told before an earlier event is known. */
  List<LogEvent> unplaced() {
    return unplaced;
  }

  void add(LogEvent event) {
    if (event.type().startsWith("Execution") && trail.execution().isEmpty()) {
      stand(event);
    }
    if (flat) {
      say(event, null);
    } else if (!trail.hasSeen(event.id())) {
      follow(event);
    }
  }

  /** An end or a new beginning holds until a later one. */
  private void stand(LogEvent event) {
    Run next = RunFacts.with(run, event);
    if (event.id() > since && !next.equals(run)) {
      run = next;
      since = event.id();
    }
  }

  private void follow(LogEvent event) {
    Spot spot = trail.before(event.previous());
    if (spot == null) {
      unplaced.add(event);
      return;
    }
    say(event, spot);
    Moves moves = new Moves(event, source.states().get(event.name()));
    Spot here = moves.after(spot);
    for (String container : moves.ended()) {
      trail = trail.outside(container, map.around(container), here);
    }
    trail = trail.and(event.id(), event.previous(), moves.goesOn(), here);
  }

  private void say(LogEvent event, @Nullable Spot spot) {
    switch (event.type()) {
      case "TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded" -> task(event, spot);
      case "TaskFailed", "TaskTimedOut", "TaskStartFailed", "TaskSubmitFailed" -> task(event, spot);
      case "EvaluationFailed" -> evaluationFailed(event, spot);
      case "MapIterationSucceeded", "MapIterationFailed", "MapIterationAborted" ->
          iterationEnded(event, spot);
      case "ExecutionSucceeded", "ExecutionFailed", "ExecutionTimedOut", "ExecutionAborted" ->
          childEnded(event, spot);
      default -> state(event, spot);
    }
  }

  private void state(LogEvent event, @Nullable Spot spot) {
    SourceMap.Origin origin = source.states().get(event.name());
    if (origin != null && event.type().endsWith("StateEntered") && origin.runs()) {
      place(spot, event, NodeFacts.entered(origin.node(), event));
    }
    if (event.type().endsWith("StateExited")) {
      if (origin != null && (origin.runs() || event.type().equals(WRAPPER))) {
        place(spot, event, NodeFacts.left(origin.node(), event));
      }
      event
          .details()
          .path("assignedVariables")
          .properties()
          .forEach(variable -> assigned(spot, event, variable.getKey(), variable.getValue()));
    }
  }

  private void place(@Nullable Spot spot, LogEvent event, NodeTrace facts) {
    owners.put(event.id(), facts.node());
    say(spot, facts);
  }

  private void assigned(@Nullable Spot spot, LogEvent event, String variable, JsonNode text) {
    JsonNode value = LogEvent.parsed(text);
    String output = source.outputs().get(variable);
    if (output != null && !value.isNull()) {
      say(spot, NodeFacts.output(output, event, value));
    }
    String port = source.ports().get(variable);
    if (port != null && value.isString()) {
      say(spot, NodeFacts.port(port, event, value.stringValue()));
    }
  }

  private void task(LogEvent event, @Nullable Spot spot) {
    String node = spot == null ? owners.get(event.previous()) : spot.node();
    if (node != null) {
      place(spot, event, NodeFacts.task(node, event));
    } else if (spot == null) {
      unplaced.add(event);
    }
  }

  private void evaluationFailed(LogEvent event, @Nullable Spot spot) {
    SourceMap.Origin origin = source.states().get(event.details().path("state").asString(""));
    if (origin != null) {
      say(spot, NodeFacts.failed(origin.node(), event));
    }
  }

  private void iterationEnded(LogEvent event, @Nullable Spot spot) {
    SourceMap.Origin origin = source.states().get(event.name());
    if (origin != null && spot != null) {
      map.inside(origin.node(), spot.at()::get).ifPresent(iteration -> nodes.end(iteration, event));
    }
  }

  /** An execution of a for-each's is one iteration, or the last of a batch. */
  private void childEnded(LogEvent event, @Nullable Spot spot) {
    if (spot != null && !trail.execution().isEmpty()) {
      String container = trail.execution().substring(0, trail.execution().indexOf(':'));
      map.inside(container, spot.at()::get).ifPresent(iteration -> nodes.end(iteration, event));
    }
  }

  private void say(@Nullable Spot spot, NodeTrace facts) {
    Optional<String> path = spot == null ? Optional.of("") : map.path(facts.node(), spot.at()::get);
    path.ifPresent(found -> nodes.add(facts.at(found)));
  }
}
