package dev.heddle.statemachines.language.vocabulary;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The node types a compiler may be asked for, by id. */
public final class NodeVocabulary {
  private final Map<String, NodeType> types = new LinkedHashMap<>();

  /** A vocabulary of these types; ids must be unique. */
  public NodeVocabulary(List<NodeType> all) {
    for (NodeType type : all) {
      if (types.put(type.id(), type) != null) {
        throw new IllegalArgumentException("Two node types are called " + type.id());
      }
    }
  }

  /** The type of this id. */
  public Optional<NodeType> find(String id) {
    return Optional.ofNullable(types.get(id));
  }

  /**
   * The first type that is wired so: who needs a node for what it does asks for it by that.
   *
   * @throws java.util.NoSuchElementException if there is none
   */
  public NodeType findByWiring(Class<? extends NodeWiring> wiring) {
    return types.values().stream()
        .filter(type -> wiring.isInstance(type.wiring()))
        .findFirst()
        .orElseThrow();
  }

  /** All types, in their order. */
  public Collection<NodeType> all() {
    return types.values();
  }
}
