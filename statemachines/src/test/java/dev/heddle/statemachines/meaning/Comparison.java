package dev.heddle.statemachines.meaning;

import dev.heddle.statemachines.Machine;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Compares what a drawing should do with what its machine did. */
final class Comparison {
  private static final Comparator<JsonNode> NUMBERS =
      (a, b) ->
          a.isNumber() && b.isNumber() ? Double.compare(a.asDouble(), b.asDouble()) : same(a, b);
  private final Draft draft;
  private final Meaning meaning;
  private final EngineRun run;

  Comparison(Draft draft, Machine machine) {
    World world = new World(draft.world());
    this.draft = draft;
    this.meaning = new Reference(draft.graph(), world, draft.trigger(), draft.input()).run();
    this.run = new EngineRun(machine, world, draft.trigger(), draft.input());
  }

  private static int same(JsonNode a, JsonNode b) {
    boolean error = a.isString() && b.isString() && (hides(a) || hides(b));
    return error || a.equals(b) ? 0 : 1;
  }

  /** The text of an expression's error is the engine's own affair. */
  private static boolean hides(JsonNode text) {
    return text.stringValue().contains("JSONata") || text.stringValue().equals("*");
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
    List<String> entered = run.entered();
    if (entered.size() != new HashSet<>(entered).size()
        || !Set.copyOf(entered).equals(meaning.ran())) {
      return Optional.of("ran " + entered + ", not " + meaning.ran());
    }
    if (!equal(run.output(), meaning.output())) {
      return Optional.of("gave " + run.output() + ", not " + meaning.output());
    }
    return calls().or(this::order).or(this::shown);
  }

  private Optional<String> failure() {
    if (run.succeeded() || !meaning.errors().contains(run.error())) {
      return Optional.of("ended " + run.status() + ", not with one of " + meaning.errors());
    }
    return meaning.ran().containsAll(run.entered())
        ? Optional.empty()
        : Optional.of("ran " + run.entered() + ", some not in " + meaning.ran());
  }

  private Optional<String> calls() {
    if (!run.calls().keySet().equals(meaning.configs().keySet())) {
      return Optional.of("called " + run.calls().keySet() + ", not " + meaning.configs().keySet());
    }
    for (Map.Entry<String, JsonNode> call : meaning.configs().entrySet()) {
      List<JsonNode> sent = run.calls().get(call.getKey());
      if (sent.size() != 1 || !equal(sent.getFirst(), call.getValue())) {
        return Optional.of(call.getKey() + " was sent " + sent + ", not " + call.getValue());
      }
    }
    return Optional.empty();
  }

  private Optional<String> order() {
    for (JsonNode edge : draft.edges()) {
      String source = edge.path("source").stringValue();
      String target = edge.path("target").stringValue();
      boolean both = meaning.ran().contains(source) && meaning.ran().contains(target);
      if (both && run.position(source, "StateExited") > run.position(target, "StateEntered")) {
        return Optional.of(target + " ran before " + source + " had ended");
      }
    }
    return Optional.empty();
  }

  private Optional<String> shown() {
    for (String node : meaning.ran()) {
      JsonNode output = run.shown(node, run.sourceMap().outputs());
      if (output != null && !equal(output, meaning.outputs().get(node))) {
        return Optional.of(node + " shows " + output + ", not " + meaning.outputs().get(node));
      }
      JsonNode port = run.shown(node, run.sourceMap().ports());
      if (port != null && !port.stringValue("").equals(meaning.ports().get(node))) {
        return Optional.of(node + " shows port " + port + ", not " + meaning.ports().get(node));
      }
    }
    return Optional.empty();
  }
}
