package dev.heddle.functions.spec.unit;

import java.util.Set;

/** Anything that runs as a function of its own: declared by data, opened with what it may touch. */
public sealed interface Unit permits Route, NodeUnit, Channel, Job {

  /** The unit's name: its class's. */
  default String name() {
    return getClass().getSimpleName();
  }

  /** What it may touch. */
  Set<Access> access();
}
