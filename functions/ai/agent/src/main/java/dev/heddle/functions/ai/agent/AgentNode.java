package dev.heddle.functions.ai.agent;

import dev.heddle.functions.spec.shape.RecordShapes;
import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import tools.jackson.databind.JsonNode;

/** A model that calls tools until it can answer; drawn, and run by the platform's machine. */
public final class AgentNode implements NodeUnit<AgentConfig> {

  /** What later steps read. */
  record Output(JsonNode answer, String reason, int turns, Usage usage) {}

  /** What all turns took, in tokens. */
  record Usage(String model, long promptTokens, long completionTokens) {}

  @Override
  public NodeSpec<AgentConfig> spec() {
    return NodeSpec.of("agent@1", AgentConfig.class)
        .title("Agent")
        .summary("An AI model that calls tools until it can answer.")
        .family(Family.AI)
        .icon("bot")
        .keywords(
            "ai", "llm", "gpt", "tools", "function calling", "assistant", "autonomous", "loop")
        .line("{model}")
        .wiring(new NodeWiring.Agent())
        .failurePort()
        .output(RecordShapes.of(Output.class))
        .access();
  }
}
