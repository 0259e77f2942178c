package dev.heddle.functions.triggers.called;

import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.functions.spec.unit.Trigger;

/** Runs that another workflow starts. */
public final class CalledTrigger implements Trigger<CalledTriggerNode.Config> {
  private final CalledTriggerNode node = new CalledTriggerNode();

  @Override
  public NodeUnit<CalledTriggerNode.Config> node() {
    return node;
  }
}
