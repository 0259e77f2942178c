package dev.heddle.functions.ai.chat;

import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.ModelProvider;
import dev.heddle.functions.spec.unit.NodeCode;
import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.time.Duration;

/** Asks a provider's chat model one question; the answer is text, or JSON that fits a schema. */
public final class ChatModelNode implements NodeUnit<ChatConfig> {
  private static final Duration TIMEOUT = Duration.ofMinutes(5);

  private final ModelProvider provider;

  /** The node of a provider's models. */
  public ChatModelNode(ModelProvider provider) {
    this.provider = provider;
  }

  @Override
  public NodeSpec<ChatConfig> spec() {
    return NodeSpec.of("chat-model@1", ChatConfig.class)
        .title("Chat model")
        .summary("Asks an AI model and returns its answer as text or data.")
        .family(Family.AI)
        .icon("sparkles")
        .keywords("ai", "llm", "gpt", "openai", "prompt", "classify", "extract", "summarize")
        .line("{model} → {answer.kind}")
        .wiring(new NodeWiring.Call())
        .failurePort()
        .timeout(TIMEOUT)
        .access(
            new Access.AsksModel(provider),
            new Access.Uses(Access.Secrets.TENANT_READ),
            new Access.Uses(Access.Secrets.PLATFORM));
  }

  @Override
  public NodeCode<ChatConfig> open(dev.heddle.functions.spec.port.Ports ports) {
    return new ChatCall(ports);
  }
}
