package dev.heddle.functions.api.record;

import dev.heddle.functions.core.run.NodeTrace;
import dev.heddle.functions.core.run.Run;
import dev.heddle.functions.core.run.Trace;
import dev.heddle.statemachines.SourceMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Adds events of the log to what is known of a run; in any order and however often, the same. */
final class Fold {
  /** A node that can't catch stands inside one of these, which is left even when the node fails. */
  private static final String WRAPPER = "ParallelStateExited";

  private final SourceMap source;
  private final long revision;
  private final Map<String, NodeTrace> before = new HashMap<>();
  private final Map<String, NodeTrace> nodes = new LinkedHashMap<>();
  private final Map<Long, String> owners = new HashMap<>();
  private final List<LogEvent> unplaced = new ArrayList<>();
  private final Run known;
  private Run run;

  Fold(Trace trace, SourceMap source) {
    this.source = source;
    revision = trace.revision();
    known = trace.run();
    run = known;
    for (NodeTrace node : trace.nodes()) {
      before.put(node.node(), node);
      nodes.put(node.node(), node);
      node.events().forEach(event -> owners.put(event, node.node()));
    }
  }

  /** The run with the nodes that the events changed. */
  Trace changed() {
    List<NodeTrace> changed =
        nodes.values().stream().filter(node -> !node.equals(before.get(node.node()))).toList();
    return new Trace(run, revision, changed);
  }

  boolean isChanged() {
    return revision == 0 || !run.equals(known) || !changed().nodes().isEmpty();
  }

  /** Events whose node can't be told before an earlier event is known. */
  List<LogEvent> unplaced() {
    return unplaced;
  }

  void add(LogEvent event) {
    switch (event.type()) {
      case "ExecutionStarted",
          "ExecutionSucceeded",
          "ExecutionFailed",
          "ExecutionTimedOut",
          "ExecutionAborted" ->
          run = RunFacts.with(run, event);
      case "TaskScheduled", "TaskStarted", "TaskSubmitted", "TaskSucceeded" -> task(event);
      case "TaskFailed", "TaskTimedOut", "TaskStartFailed", "TaskSubmitFailed" -> task(event);
      case "EvaluationFailed" -> evaluationFailed(event);
      default -> state(event);
    }
  }

  private void state(LogEvent event) {
    SourceMap.Origin origin = source.states().get(event.name());
    if (origin != null && event.type().endsWith("StateEntered") && origin.runs()) {
      place(origin.node(), event, NodeFacts.entered(origin.node(), event));
    }
    if (event.type().endsWith("StateExited")) {
      if (origin != null && (origin.runs() || event.type().equals(WRAPPER))) {
        place(origin.node(), event, NodeFacts.left(origin.node(), event));
      }
      event
          .details()
          .path("assignedVariables")
          .properties()
          .forEach(variable -> assigned(event, variable.getKey(), variable.getValue()));
    }
  }

  private void place(String node, LogEvent event, NodeTrace facts) {
    owners.put(event.id(), node);
    say(node, facts);
  }

  private void assigned(LogEvent event, String variable, JsonNode text) {
    JsonNode value = LogEvent.parsed(text);
    String output = source.outputs().get(variable);
    if (output != null && !value.isNull()) {
      say(output, NodeFacts.output(output, event, value));
    }
    String port = source.ports().get(variable);
    if (port != null && value.isString()) {
      say(port, NodeFacts.port(port, event, value.stringValue()));
    }
  }

  private void task(LogEvent event) {
    String node = owners.get(event.previous());
    if (node == null) {
      unplaced.add(event);
    } else {
      place(node, event, NodeFacts.task(node, event));
    }
  }

  private void evaluationFailed(LogEvent event) {
    SourceMap.Origin origin = source.states().get(event.details().path("state").asString(""));
    if (origin != null) {
      say(origin.node(), NodeFacts.failed(origin.node(), event));
    }
  }

  private void say(String node, NodeTrace facts) {
    nodes.put(node, nodes.getOrDefault(node, NodeTrace.of(node)).and(facts));
  }
}
