package dev.heddle.functions.publishing;

import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.statemachines.language.vocabulary.NodeType;
import dev.heddle.statemachines.language.vocabulary.Vocabulary;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The triggers of a drawing, for who starts a run by hand. */
public record Triggers(List<JsonNode> nodes) {
  private static final String MANUAL = "manual@1";

  /** The trigger nodes of a drawing. */
  public static Triggers of(JsonNode graph, Vocabulary vocabulary) {
    Stream<JsonNode> nodes = graph.path("nodes").valueStream();
    return new Triggers(nodes.filter(node -> isTrigger(node, vocabulary)).toList());
  }

  private static boolean isTrigger(JsonNode node, Vocabulary vocabulary) {
    return wiring(node, vocabulary) instanceof Wiring.Trigger;
  }

  /** Whether runs of a drawing can ask people or wait for events. */
  public static boolean asks(JsonNode graph, Vocabulary vocabulary) {
    return graph.path("nodes").valueStream().anyMatch(node -> asks(wiring(node, vocabulary)));
  }

  /** The trigger that fires when another workflow calls. */
  public Optional<String> called(Vocabulary vocabulary) {
    return nodes.stream()
        .filter(
            node -> wiring(node, vocabulary) instanceof Wiring.Trigger trigger && trigger.called())
        .map(node -> node.path("id").asString(""))
        .findFirst();
  }

  private static boolean asks(@Nullable Wiring wiring) {
    return wiring instanceof Wiring.Await || wiring instanceof Wiring.Agent;
  }

  private static @Nullable Wiring wiring(JsonNode node, Vocabulary vocabulary) {
    return vocabulary.find(node.path("type").asString("")).map(NodeType::wiring).orElse(null);
  }

  /**
   * The trigger that fires: the one asked for, else the first manual one, else the first.
   *
   * @throws Fault invalid when the drawing has no such trigger
   */
  public JsonNode pick(@Nullable String id) {
    return nodes.stream()
        .filter(node -> id == null || node.path("id").asString("").equals(id))
        .max((one, other) -> Boolean.compare(isManual(one), isManual(other)))
        .orElseThrow(() -> Fault.invalid("trigger", "is not a trigger of this workflow"));
  }

  private static boolean isManual(JsonNode node) {
    return node.path("type").asString("").equals(MANUAL);
  }

  /** What a trigger gives when nothing is sent: a manual one's sample, else an empty object. */
  public static JsonNode sample(JsonNode trigger) {
    JsonNode sample = trigger.path("config").path("sample");
    return isManual(trigger) && !sample.isMissingNode()
        ? sample
        : JsonNodeFactory.instance.objectNode();
  }
}
