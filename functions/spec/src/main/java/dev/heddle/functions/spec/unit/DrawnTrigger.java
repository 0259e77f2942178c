package dev.heddle.functions.spec.unit;

import dev.heddle.functions.spec.port.RunScheduler.Timer;
import dev.heddle.functions.spec.workflow.AddressClaim;
import dev.heddle.statemachines.language.Issue;
import dev.heddle.statemachines.language.graph.GraphDocument;
import dev.heddle.statemachines.language.graph.GraphNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A trigger as it stands in a drawing, switched on.
 *
 * @param id the node's
 * @param config the node's settings as far as they fit, see {@link ConfigBinder#bindLenient}
 */
public record DrawnTrigger<C extends Record>(Trigger<C> trigger, String id, C config) {

  /** The nodes of a drawing that are of a trigger's type, in the drawing's order. */
  public static <C extends Record> List<DrawnTrigger<C>> all(
      Trigger<C> trigger, GraphDocument drawing) {
    return drawing.nodes().stream().flatMap(node -> of(trigger, node).stream()).toList();
  }

  /** A node of a trigger's type; nothing if it is switched off, for then it asks for nothing. */
  public static <C extends Record> Optional<DrawnTrigger<C>> of(
      Trigger<C> trigger, GraphNode node) {
    NodeSpec<C> spec = trigger.node().spec();
    return node.disabled() == null && node.type().equals(spec.id())
        ? Optional.of(
            new DrawnTrigger<>(
                trigger, node.id(), ConfigBinder.bindLenient(spec.config(), node.config())))
        : Optional.empty();
  }

  /** What keeps it from being published, beyond what the compiler sees. */
  public List<Issue> issues() {
    return trigger.check(id, config);
  }

  /** The names that are to lead to its workflow. */
  public List<AddressClaim> claims() {
    return trigger.claims(config);
  }

  /** The timers that are to stand while it is published. */
  public List<Timer> timers(Instant now) {
    return trigger.timers(id, config, now);
  }

  /** What it gives when nothing is sent. */
  public JsonNode sample() {
    return trigger.sample(config);
  }
}
