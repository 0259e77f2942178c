package dev.heddle.functions.spec.model;

import tools.jackson.databind.JsonNode;

/**
 * A tool that a model may want called.
 *
 * @param description tells the model when to call it
 * @param parameters the JSON Schema of its arguments
 */
public record ToolDefinition(String name, String description, JsonNode parameters) {}
