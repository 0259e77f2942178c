package dev.heddle.functions.spec.unit;

import java.util.Optional;
import java.util.Set;

/** Anything that runs as a function of its own: declared by data, opened with what it may touch. */
public sealed interface Unit permits Route, NodeUnit, Channel, Job {

  /** The unit's name: its class's, and its model provider's if it asks another than usual. */
  default String name() {
    String type = getClass().getSimpleName();
    return provider().map(asked -> NodeFunctionNames.unit(type, asked)).orElse(type);
  }

  /** The provider whose models it asks, if it asks any. */
  default Optional<ModelProvider> provider() {
    return access().stream()
        .filter(Access.AsksModel.class::isInstance)
        .map(access -> ((Access.AsksModel) access).provider())
        .findFirst();
  }

  /** What it may touch. */
  Set<Access> access();
}
