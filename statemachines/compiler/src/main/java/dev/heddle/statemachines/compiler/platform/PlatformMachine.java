package dev.heddle.statemachines.compiler.platform;

import java.util.List;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;

/** A state machine of the platform's own, made with the deployment rather than from a drawing. */
public interface PlatformMachine {

  /**
   * All of them.
   *
   * @param turns the units that take an agent's turn, by the model provider that each asks; the
   *     first is called where the agent's settings name no provider
   */
  static List<PlatformMachine> all(SequencedMap<String, String> turns) {
    return List.of(new AgentMachine(turns));
  }

  /** Its name, without the deployment's prefix. */
  String name();

  /** The units whose functions it calls. */
  List<String> functions();

  /** Whether it starts workflows. */
  boolean startsWorkflows();

  /**
   * The Amazon States Language document.
   *
   * @param function from a unit to its function's name or ARN, with the alias
   */
  JsonNode definition(UnaryOperator<String> function);
}
