package dev.heddle.events;

import tools.jackson.databind.JsonNode;

/**
 * The input of a workflow's execution. The execution's name is the run's id.
 *
 * @param trigger the id of the trigger node that fired
 * @param payload what an expression reads as {@code $trigger}
 */
public record RunInput(
    String tenant, String workflow, long version, String run, String trigger, JsonNode payload) {}
