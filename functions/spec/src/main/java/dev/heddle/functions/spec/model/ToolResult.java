package dev.heddle.functions.spec.model;

import java.util.List;

/** What a model is told of a call it wanted made; the id is the call's. */
public record ToolResult(String id, List<ContentPart> parts) implements ChatMessage {}
