package dev.heddle.functions.spec.unit;

import dev.heddle.functions.spec.port.Ports;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One node type: its spec and, if it is called rather than drawn, its code. */
public non-sealed interface NodeUnit<C extends Record> extends Unit {

  /** What palette, form, checks and compiler know of it. */
  NodeSpec<C> spec();

  /** Opens the code once; null for a node that only shapes the machine. */
  default @Nullable NodeCode<C> open(Ports ports) {
    return null;
  }

  @Override
  default Set<Access> access() {
    return spec().access();
  }
}
