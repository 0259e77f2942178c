package dev.heddle.events;

import tools.jackson.databind.JsonNode;

/**
 * The input of a workflow's execution. The execution's name is the run's id.
 *
 * @param version the published version; 0 for a run of the draft
 * @param build which compiled graph this is: {@code v3}, or {@code d} and a hash for a draft
 * @param trigger the id of the trigger node that fired
 * @param payload what an expression reads as {@code $trigger}
 */
public record RunInput(
    String tenant,
    String workflow,
    long version,
    String build,
    String run,
    String trigger,
    JsonNode payload) {}
