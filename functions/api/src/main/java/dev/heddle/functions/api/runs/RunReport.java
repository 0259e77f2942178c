package dev.heddle.functions.api.runs;

import dev.heddle.functions.spec.run.NodeRun;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.RunTrace;
import dev.heddle.statemachines.language.RunMap;
import dev.heddle.statemachines.language.vocabulary.NodePorts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What each node of a run did, read off its record and its build's run map. */
final class RunReport {
  private final Run run;
  private final RunMap map;
  private final Map<String, List<RunMap.Exit>> exits;
  private final Map<String, NodeRun> recorded = new LinkedHashMap<>();
  private final Map<String, String> ports = new HashMap<>();
  private final Map<String, JsonNode> inputs = new HashMap<>();
  private final Map<String, JsonNode> outputs = new HashMap<>();

  private final IterationView iterations;
  private final List<String> order;

  private RunReport(
      Run run, List<NodeRun> nodes, IterationView iterations, RunMap map, boolean whole) {
    this.run = run;
    this.iterations = iterations;
    this.map = map;
    exits = map.exits();
    order = map.nodes().keySet().stream().filter(iterations::holds).toList();
    if (whole) {
      recorded.put(run.trigger(), fired(run));
    }
    nodes.stream()
        .map(NodeRun::node)
        .filter(iterations::holds)
        .distinct()
        .flatMap(node -> iterations.shown(node).stream())
        .forEach(node -> recorded.merge(node.node(), node, (trigger, _) -> trigger));
  }

  /** The nodes in the order they began; once the run has ended, the skipped ones after them. */
  static List<NodeRunDetails> of(Run run, List<NodeRun> nodes, RunMap map) {
    IterationView iterations = new IterationView("", nodes, map, Map.of());
    return new RunReport(run, nodes, iterations, map, true).answers();
  }

  /** Those of one iteration, such as {@code each1[3]}; of the run as a whole when it is empty. */
  static List<NodeRunDetails> of(RunTrace trace, String path, RunMap map) {
    List<NodeRun> nodes = trace.nodeRuns();
    IterationView iterations = new IterationView(path, nodes, map, trace.droppedCounts());
    return new RunReport(trace.run(), nodes, iterations, map, path.isEmpty()).answers();
  }

  /** A trigger has no state of its own: it fires with the run, and gives the run's input. */
  private static NodeRun fired(Run run) {
    return NodeRun.fired(run.trigger(), run.startedAt(), run.input());
  }

  private List<NodeRunDetails> answers() {
    recorded.values().forEach(node -> put(outputs, node.node(), node.output()));
    order.forEach(this::derive);
    ResponseSizeBudget budget = new ResponseSizeBudget();
    List<NodeRunDetails> answers = new ArrayList<>();
    recorded.values().stream()
        .filter(node -> map.skippedBy(node.node()) == null)
        .forEach(node -> answers.add(budget.within(answer(node))));
    if (run.status() != Run.Status.RUNNING) {
      order.stream()
          .filter(node -> map.skippedBy(node) != null || !recorded.containsKey(node))
          .forEach(node -> answers.add(budget.within(skipped(node))));
    }
    return answers;
  }

  /** What was switched off let its input through; what was not reached did nothing. */
  private NodeRunDetails skipped(String node) {
    return map.skippedBy(node) == null
        ? NodeRunDetails.skipped(node)
        : NodeRunDetails.passedOver(node, ports.get(node), inputs.get(node), outputs.get(node));
  }

  private NodeRunDetails answer(NodeRun node) {
    String id = node.node();
    return NodeRunDetails.of(explained(node), ports.get(id), inputs.get(id), outputs.get(id))
        .among(iterations.counts(id));
  }

  /** A node that failed without an error of its own was ended by what ended the run. */
  private NodeRun explained(NodeRun node) {
    return node.status() == NodeRun.Status.FAILED && node.error() == null
        ? node.withError(run.error(), run.cause())
        : node;
  }

  private void derive(String node) {
    List<String> before = before(node);
    put(inputs, node, input(before));
    NodeRun found = recorded.get(node);
    if (map.skippedBy(node) != null) {
      passOver(node, found != null || !before.isEmpty());
    } else if (found != null) {
      put(ports, node, port(found));
      put(outputs, node, output(found));
    }
  }

  /** What comes after a node that is switched off gets its input, by the port chosen for it. */
  private void passOver(String node, boolean reached) {
    if (reached) {
      put(ports, node, map.skippedBy(node));
      put(outputs, node, inputs.get(node));
    }
  }

  private @Nullable JsonNode output(NodeRun node) {
    if (node.output() != null) {
      return node.output();
    }
    return switch (node.status()) {
      case RUNNING, WAITING -> null;
      case SUCCEEDED -> passesOn(node.node()) ? inputs.get(node.node()) : null;
      case FAILED -> ports.containsKey(node.node()) ? failure(node) : null;
    };
  }

  private boolean passesOn(String node) {
    RunMap.Node found = map.nodes().get(node);
    return found != null && found.passesOn();
  }

  /** What a node gives that failed and went on all the same. */
  private static JsonNode failure(NodeRun node) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("failed", true)
        .put("error", node.error())
        .put("cause", node.cause())
        .put("node", node.node());
  }

  private static <T> void put(Map<String, T> map, String node, @Nullable T value) {
    if (value != null) {
      map.put(node, value);
    }
  }

  /** The nodes from which edges were taken to this one. */
  private List<String> before(String node) {
    return map.into(node).stream()
        .filter(edge -> edge.port().equals(ports.get(edge.source())))
        .map(RunMap.Edge::source)
        .distinct()
        .toList();
  }

  /** The output of the one node before it on a taken edge; of several, an object by id. */
  private @Nullable JsonNode input(List<String> before) {
    if (before.size() == 1) {
      return outputs.get(before.getFirst());
    }
    return before.isEmpty() ? null : byId(before);
  }

  private JsonNode byId(List<String> before) {
    ObjectNode all = JsonNodeFactory.instance.objectNode();
    before.forEach(source -> all.set(source, outputs.get(source)));
    return all;
  }

  private @Nullable String port(NodeRun node) {
    return switch (node.status()) {
      case RUNNING, WAITING -> null;
      case SUCCEEDED -> node.port() != null ? node.port() : succeeded(node.node());
      case FAILED -> node.port() != null ? node.port() : failed(node.node());
    };
  }

  private @Nullable String succeeded(String node) {
    RunMap.Node found = map.nodes().get(node);
    String only = found == null ? null : found.onlyPort();
    return only != null ? only : entered(node);
  }

  /** The port by which a node that ran was reached; the compiler records what can't be seen so. */
  private @Nullable String entered(String node) {
    return outOf(node).stream()
        .filter(exit -> recorded.containsKey(exit.target()))
        .map(RunMap.Exit::port)
        .findFirst()
        .orElse(null);
  }

  private @Nullable String failed(String node) {
    return outOf(node).stream().anyMatch(exit -> exit.port().equals(NodePorts.FAILURE))
        ? NodePorts.FAILURE
        : entered(node);
  }

  private List<RunMap.Exit> outOf(String node) {
    return exits.getOrDefault(node, List.of());
  }
}
