package dev.heddle.functions.lambda.ai;

import dev.heddle.functions.ai.agent.AgentJobs;
import dev.heddle.functions.lambda.glue.UnitHandler;
import java.util.Map;

/** The entry point of the jar with the parts of agents that ask no model. */
public final class AiHandler extends UnitHandler {
  /** Opens the unit this function is. */
  public AiHandler() {
    this(System.getenv());
  }

  /** Opens the unit that these variables name. */
  public AiHandler(Map<String, String> environment) {
    super(AgentJobs.ALL, environment);
  }
}
