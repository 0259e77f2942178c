package dev.heddle.functions.spec.unit;

import dev.heddle.statemachines.language.vocabulary.NodePorts;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * A node type as data; see {@link dev.heddle.statemachines.language.vocabulary.NodeType} for the
 * fields.
 *
 * @param config a record whose components become the form
 * @param timeout the longest one call may take; the function's own limit
 */
public record NodeSpec<C extends Record>(
    String id,
    String title,
    String summary,
    Family family,
    String icon,
    List<String> keywords,
    String line,
    NodeWiring wiring,
    NodePorts ports,
    boolean failurePort,
    Class<C> config,
    Shape output,
    Duration timeout,
    Set<Access> access) {

  /** Begins a node type of this id, whose form is a config record. */
  public static <C extends Record> NodeSpecBuilder<C> of(String id, Class<C> config) {
    return new NodeSpecBuilder<>(id, config);
  }
}
