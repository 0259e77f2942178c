package dev.heddle.functions.spec.unit;

import dev.heddle.functions.spec.port.RunScheduler.Timer;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.workflow.AddressClaim;
import dev.heddle.statemachines.language.Issue;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One way in which runs start: the node that stands for it in a drawing, and what a drawing asks
 * for by holding one. Drafts are asked too, so settings come as {@link ConfigBinder#bindLenient}
 * reads them: a component that does not fit its form is null, and the compiler tells why.
 *
 * @param <C> the node's settings
 */
public interface Trigger<C extends Record> {

  /** The node type. */
  NodeUnit<C> node();

  /**
   * What keeps a node of this type from being published, beyond what the compiler sees: whatever
   * the outside would refuse must be found here, before anything is changed.
   *
   * @param node the node's id
   */
  default List<Issue> check(String node, C config) {
    return List.of();
  }

  /** The names that are to lead to the node's workflow. */
  default List<AddressClaim> claims(C config) {
    return List.of();
  }

  /**
   * The timers that are to stand while the node is published.
   *
   * @param node the node's id
   * @param now what is due before will not come, and gets no timer
   */
  default List<Timer> timers(String node, C config, Instant now) {
    return List.of();
  }

  /** What the node gives when a run is started by hand and nothing is sent. */
  default JsonNode sample(C config) {
    return WireJson.MAPPER.createObjectNode();
  }
}
