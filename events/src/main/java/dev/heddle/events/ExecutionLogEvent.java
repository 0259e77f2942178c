package dev.heddle.events;

import tools.jackson.databind.JsonNode;

/**
 * One execution log event of Step Functions (level ALL, execution data included). In {@code
 * details}, input, output, parameters and assignedVariables are JSON text, as in the history.
 */
public record ExecutionLogEvent(
    String id,
    String type,
    JsonNode details,
    String previous_event_id,
    String event_timestamp,
    String execution_arn,
    String redrive_count) {}
