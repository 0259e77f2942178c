package dev.heddle.functions.api.runs;

import dev.heddle.functions.publishing.Containers;
import dev.heddle.functions.spec.run.NodeRun;
import dev.heddle.functions.spec.run.Preview;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.Trace;
import dev.heddle.statemachines.language.vocabulary.Ports;
import dev.heddle.statemachines.language.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What each node of a run did, read off its record and its drawing. */
final class Report {
  private final Run run;
  private final Drawing drawing;
  private final Map<String, NodeRun> recorded = new LinkedHashMap<>();
  private final Map<String, String> ports = new HashMap<>();
  private final Map<String, JsonNode> inputs = new HashMap<>();
  private final Map<String, JsonNode> outputs = new HashMap<>();

  private final Iterations iterations;
  private final List<String> order;

  private Report(
      Run run, List<NodeRun> nodes, Iterations iterations, Drawing drawing, boolean whole) {
    this.run = run;
    this.iterations = iterations;
    this.drawing = drawing;
    order = drawing.inOrder().stream().filter(iterations::holds).toList();
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
  static List<NodeAnswer> of(Run run, List<NodeRun> nodes, JsonNode graph, Vocabulary vocabulary) {
    Iterations iterations = new Iterations("", nodes, new Containers(graph), Map.of());
    return new Report(run, nodes, iterations, new Drawing(graph, vocabulary), true).answers();
  }

  /** Those of one iteration, such as {@code each1[3]}; of the run as a whole when it is empty. */
  static List<NodeAnswer> of(Trace trace, String path, JsonNode graph, Vocabulary vocabulary) {
    List<NodeRun> nodes = trace.nodeRuns();
    Iterations iterations = new Iterations(path, nodes, new Containers(graph), trace.tallies());
    Drawing drawing = new Drawing(graph, vocabulary);
    return new Report(trace.run(), nodes, iterations, drawing, path.isEmpty()).answers();
  }

  /** A trigger has no state of its own: it fires with the run, and gives its input. */
  private static NodeRun fired(Run run) {
    return new NodeRun(
        run.trigger(),
        "",
        NodeRun.Status.SUCCEEDED,
        Ports.MAIN,
        1,
        run.startedAt(),
        run.startedAt(),
        null,
        run.input(),
        null,
        null,
        null);
  }

  private List<NodeAnswer> answers() {
    recorded.values().forEach(node -> put(outputs, node.node(), node.output()));
    order.forEach(this::derive);
    Budget budget = new Budget();
    List<NodeAnswer> answers = new ArrayList<>();
    recorded.values().forEach(node -> answers.add(budget.within(answer(node))));
    if (run.status() != Run.Status.RUNNING) {
      order.stream()
          .filter(node -> !recorded.containsKey(node))
          .forEach(node -> answers.add(NodeAnswer.skipped(node)));
    }
    return answers;
  }

  private NodeAnswer answer(NodeRun node) {
    String id = node.node();
    return NodeAnswer.of(explained(node), ports.get(id), inputs.get(id), outputs.get(id))
        .among(iterations.counts(id));
  }

  /** A node that failed without an error of its own was ended by what ended the run. */
  private NodeRun explained(NodeRun node) {
    return node.status() == NodeRun.Status.FAILED && node.error() == null
        ? node.because(run.error(), run.cause())
        : node;
  }

  private void derive(String node) {
    put(inputs, node, input(node));
    NodeRun found = recorded.get(node);
    if (found != null) {
      put(ports, node, port(found));
      put(outputs, node, output(found));
    } else if (drawing.isDisabled(node) && inputs.containsKey(node)) {
      // It is skipped, and what comes after it gets its input.
      put(ports, node, Ports.MAIN);
      put(outputs, node, inputs.get(node));
    }
  }

  private @Nullable JsonNode output(NodeRun node) {
    if (node.output() != null) {
      return node.output();
    }
    return switch (node.status()) {
      case RUNNING, WAITING -> null;
      case SUCCEEDED -> drawing.passesOn(node.node()) ? inputs.get(node.node()) : null;
      case FAILED -> ports.containsKey(node.node()) ? failure(node) : null;
    };
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

  /** The output of the one node before it on a taken edge; of several, an object by id. */
  private @Nullable JsonNode input(String node) {
    List<String> before =
        drawing.into(node).stream()
            .filter(edge -> edge.port().equals(ports.get(edge.source())))
            .map(Drawing.Edge::source)
            .distinct()
            .toList();
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
    String only = drawing.onlyPort(node);
    return only != null ? only : entered(node);
  }

  /** The port by which a node that ran was reached; the compiler records what can't be seen so. */
  private @Nullable String entered(String node) {
    return drawing.outOf(node).stream()
        .filter(edge -> recorded.containsKey(edge.target()))
        .map(Drawing.Edge::port)
        .findFirst()
        .orElse(null);
  }

  private @Nullable String failed(String node) {
    return drawing.outOf(node).stream().anyMatch(edge -> edge.port().equals(Ports.FAILURE))
        ? Ports.FAILURE
        : entered(node);
  }

  /** Keeps the whole answer below what a Lambda function may return (6 MB). */
  private static final class Budget {
    private static final int WHOLE = 3_000_000;
    private int left = WHOLE;

    NodeAnswer within(NodeAnswer node) {
      return new NodeAnswer(
          node.node(),
          node.path(),
          node.iterations(),
          node.status(),
          node.port(),
          node.attempts(),
          node.startedAt(),
          node.endedAt(),
          node.durationMs(),
          spend(node.input()),
          spend(node.sent()),
          spend(node.output()),
          node.error(),
          node.cause(),
          node.usage());
    }

    private @Nullable JsonNode spend(@Nullable JsonNode value) {
      if (value == null) {
        return null;
      }
      JsonNode kept = Preview.cut(value, Math.min(left, Preview.LONGEST));
      left = Math.max(left - kept.toString().length(), 0);
      return kept;
    }
  }
}
