package dev.heddle.functions.ai.agent;

import dev.heddle.functions.spec.shape.Shapes;
import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.Ports;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A model that calls tools until it can answer; drawn, and run by the platform's machine. */
public final class AgentNode implements NodeUnit<AgentConfig> {

  /** What later steps read. */
  record Output(JsonNode answer, String reason, int turns, Usage usage) {}

  /** What all turns took, in tokens. */
  record Usage(String model, long promptTokens, long completionTokens) {}

  @Override
  public NodeSpec<AgentConfig> spec() {
    return new NodeSpec<>(
        "agent@1",
        "Agent",
        "An AI model that calls tools by itself until it can answer.",
        Family.AI,
        "bot",
        List.of("ai", "llm", "gpt", "tools", "function calling", "assistant", "autonomous", "loop"),
        "{model}",
        new Wiring.Agent(),
        Ports.main(),
        true,
        AgentConfig.class,
        Shapes.of(Output.class),
        Duration.ZERO,
        Set.of());
  }
}
