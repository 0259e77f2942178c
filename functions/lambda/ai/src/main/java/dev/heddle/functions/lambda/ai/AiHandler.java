package dev.heddle.functions.lambda.ai;

import dev.heddle.functions.ai.agent.AgentJobs;
import dev.heddle.functions.ai.chat.ChatNodes;
import dev.heddle.functions.lambda.glue.UnitHandler;
import dev.heddle.functions.spec.unit.Unit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The entry point of the jar with what asks models by OpenAI's protocol. */
public final class AiHandler extends UnitHandler {
  private static final List<Unit> ALL =
      Stream.<List<? extends Unit>>of(ChatNodes.ALL, AgentJobs.ALL)
          .<Unit>flatMap(List::stream)
          .toList();

  /** Opens the unit this function is. */
  public AiHandler() {
    this(System.getenv());
  }

  /** Opens the unit that these variables name. */
  public AiHandler(Map<String, String> environment) {
    super(ALL, environment);
  }
}
