package dev.heddle.functions.lambda.aiopenai;

import dev.heddle.functions.ai.agent.AgentJobs;
import dev.heddle.functions.ai.chat.ChatNodes;
import dev.heddle.functions.ai.openai.OpenAiProvider;
import dev.heddle.functions.lambda.glue.UnitHandler;
import dev.heddle.functions.spec.unit.ModelProvider;
import dev.heddle.functions.spec.unit.Unit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The entry point of the jar with what asks models by OpenAI's protocol. */
public final class AiOpenaiHandler extends UnitHandler {
  private static final ModelProvider PROVIDER = new OpenAiProvider();

  private static final List<Unit> ALL =
      Stream.<List<? extends Unit>>of(
              ChatNodes.forProvider(PROVIDER), AgentJobs.forProvider(PROVIDER))
          .<Unit>flatMap(List::stream)
          .toList();

  /** Opens the unit this function is. */
  public AiOpenaiHandler() {
    this(System.getenv());
  }

  /** Opens the unit that these variables name. */
  public AiOpenaiHandler(Map<String, String> environment) {
    super(ALL, environment);
  }
}
