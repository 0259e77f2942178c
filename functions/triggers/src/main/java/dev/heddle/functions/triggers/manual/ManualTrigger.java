package dev.heddle.functions.triggers.manual;

import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.functions.spec.unit.Trigger;
import tools.jackson.databind.JsonNode;

/** Runs that someone, or the API, asks for. */
public final class ManualTrigger implements Trigger<ManualNode.Config> {
  private final ManualNode node = new ManualNode();

  @Override
  public NodeUnit<ManualNode.Config> node() {
    return node;
  }

  @Override
  public JsonNode sample(ManualNode.Config config) {
    JsonNode sample = config.sample();
    return sample == null ? Trigger.super.sample(config) : sample;
  }
}
