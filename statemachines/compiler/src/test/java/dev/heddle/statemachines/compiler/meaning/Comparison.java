package dev.heddle.statemachines.compiler.meaning;

import dev.heddle.statemachines.language.CompiledMachine;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Compares what a drawing should do with what its machine did. */
final class Comparison {
  private static final Comparator<JsonNode> NUMBERS =
      (a, b) ->
          a.isNumber() && b.isNumber() ? Double.compare(a.asDouble(), b.asDouble()) : same(a, b);
  private final Draft draft;
  private final Meaning meaning;
  private final EngineRun run;

  Comparison(Draft draft, CompiledMachine machine) {
    FunctionAnswers world = new FunctionAnswers(draft.world());
    this.draft = draft;
    this.meaning = new Reference(draft.graph(), world, draft.trigger(), draft.input()).run();
    this.run = new EngineRun(machine, world, draft.trigger(), draft.input());
  }

  private static int same(JsonNode a, JsonNode b) {
    boolean error = a.isString() && b.isString() && (hides(a) || hides(b));
    return error || a.equals(b) ? 0 : 1;
  }

  /** The text of an engine's own error is its own affair. */
  private static boolean hides(JsonNode text) {
    return text.stringValue().contains("JSONata") || text.stringValue().contains("*");
  }

  private static boolean equal(JsonNode a, JsonNode b) {
    return a != null && a.equals(NUMBERS, b);
  }

  Optional<String> difference() {
    if (!meaning.errors().isEmpty()) {
      return failure();
    }
    if (!run.succeeded()) {
      return Optional.of("failed: " + run.status());
    }
    if (!equal(run.output(), meaning.output())) {
      return Optional.of("gave " + run.output() + ", not " + meaning.output());
    }
    return entered().or(this::calls).or(this::order).or(this::shown);
  }

  private Optional<String> failure() {
    if (run.succeeded() || !meaning.errors().contains(run.error())) {
      return Optional.of("ended " + run.status() + ", not with one of " + meaning.errors());
    }
    Set<String> possible = meaning.trace().all().map(Trace.Entry::node).collect(Collectors.toSet());
    return possible.containsAll(run.entered())
        ? Optional.empty()
        : Optional.of("ran " + run.entered() + ", some not in " + possible);
  }

  /** Each node runs as often as it must, and not more often than it may. */
  private Optional<String> entered() {
    Map<String, Long> entered = counts(run.entered().stream(), Function.identity());
    Map<String, Long> least = counts(meaning.trace().certain().stream(), Trace.Entry::node);
    Map<String, Long> most = counts(meaning.trace().all(), Trace.Entry::node);
    boolean enough =
        least.entrySet().stream()
            .allMatch(one -> entered.getOrDefault(one.getKey(), 0L) >= one.getValue());
    boolean tooMuch =
        entered.entrySet().stream()
            .anyMatch(one -> most.getOrDefault(one.getKey(), 0L) < one.getValue());
    return enough && !tooMuch
        ? Optional.empty()
        : Optional.of("ran " + entered + ", not " + least + " to " + most);
  }

  private static <T> Map<String, Long> counts(Stream<T> all, Function<T, String> node) {
    return all.collect(Collectors.groupingBy(node, Collectors.counting()));
  }

  private Optional<String> calls() {
    Map<Trace.Place, JsonNode> expected = new HashMap<>();
    meaning
        .trace()
        .all()
        .forEach(entry -> entry.sent().ifPresent(sent -> expected.put(entry.place(), sent)));
    for (Map.Entry<Trace.Place, List<JsonNode>> call : run.calls().entrySet()) {
      List<JsonNode> sent = call.getValue();
      JsonNode wanted = expected.get(call.getKey());
      if (sent.size() != 1 || wanted == null || !equal(sent.getFirst(), wanted)) {
        return Optional.of(call.getKey() + " was sent " + sent + ", not " + wanted);
      }
    }
    return meaning.trace().certain().stream()
        .filter(entry -> entry.sent().isPresent() && !run.calls().containsKey(entry.place()))
        .map(entry -> entry.place() + " was not called")
        .findFirst();
  }

  /** Of what runs once: nothing runs before what leads to it has ended. */
  private Optional<String> order() {
    Set<String> once =
        meaning.trace().certain().stream()
            .filter(entry -> entry.path().isEmpty())
            .map(Trace.Entry::node)
            .collect(Collectors.toSet());
    for (JsonNode edge : draft.edges()) {
      String source = edge.path("source").stringValue();
      String target = edge.path("target").stringValue();
      if (once.containsAll(List.of(source, target))
          && run.position(source, "StateExited") > run.position(target, "StateEntered")) {
        return Optional.of(target + " ran before " + source + " had ended");
      }
    }
    return Optional.empty();
  }

  /** What a run's record would show of a node is what it gave, and the port it left by. */
  private Optional<String> shown() {
    Map<String, List<Trace.Entry>> entries =
        meaning.trace().all().collect(Collectors.groupingBy(Trace.Entry::node));
    for (Map.Entry<String, List<Trace.Entry>> node : entries.entrySet()) {
      List<JsonNode> outputs = new ArrayList<>();
      List<JsonNode> ports = new ArrayList<>();
      for (Trace.Entry entry : node.getValue()) {
        entry.left().map(Done.Left::output).ifPresent(outputs::add);
        entry
            .left()
            .map(Done.Left::port)
            .map(JsonNodeFactory.instance::stringNode)
            .ifPresent(ports::add);
      }
      Optional<String> strange =
          strange(node.getKey(), run.shown(node.getKey(), run.sourceMap().outputs()), outputs)
              .or(
                  () ->
                      strange(
                          node.getKey(), run.shown(node.getKey(), run.sourceMap().ports()), ports));
      if (strange.isPresent()) {
        return strange;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> strange(
      String node, List<JsonNode> shown, List<JsonNode> expected) {
    return shown.stream()
        .filter(one -> expected.stream().noneMatch(other -> equal(one, other)))
        .map(one -> node + " shows " + one + ", not one of " + expected)
        .findFirst();
  }
}
