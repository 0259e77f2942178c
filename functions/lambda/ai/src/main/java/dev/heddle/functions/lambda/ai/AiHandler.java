package dev.heddle.functions.lambda.ai;

import dev.heddle.functions.ai.agent.AgentJobs;
import dev.heddle.functions.lambda.glue.UnitHandler;

/** The entry point of the jar with the parts of agents that ask no model. */
public final class AiHandler extends UnitHandler {
  /** Opens the unit this function is. */
  public AiHandler() {
    super(AgentJobs.ALL);
  }
}
