package dev.heddle.events;

import tools.jackson.databind.JsonNode;

/**
 * An event from a channel, verified and waiting in the queue for the dispatcher.
 *
 * @param dedupeKey becomes the run's id, so a repeated message starts nothing twice
 */
public record IntakeMessage(
    String tenant,
    String workflow,
    String channel,
    String trigger,
    String dedupeKey,
    JsonNode payload) {}
