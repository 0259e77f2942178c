package dev.heddle.localstack.aws.stepfunctions.store;

import tools.jackson.databind.node.ObjectNode;

/**
 * One event of a history.
 *
 * @param time in milliseconds since the epoch
 * @param type the service's name for it, such as {@code PassStateEntered}
 * @param details as in the service's history, values as JSON text; never changed again
 * @param redrive how often the execution had been redriven
 */
public record HistoryEvent(
    long id, long previous, long time, String type, ObjectNode details, int redrive) {}
