package dev.heddle.functions.spec.agent;

import dev.heddle.events.AgentTurnReply;
import java.util.List;

/**
 * One turn of an agent's model.
 *
 * @param told the results of the calls of the turn before
 * @param text what the model said
 * @param wanted the calls it wanted, fit to be shown to it again
 * @param reply what the machine was answered
 */
public record Turn(
    int number, List<Told> told, String text, List<Wanted> wanted, AgentTurnReply reply) {

  /** The result of a call, as the model is told it. */
  public record Told(String id, String text) {}

  /** A call; the arguments are JSON text. */
  public record Wanted(String id, String name, String arguments) {}
}
