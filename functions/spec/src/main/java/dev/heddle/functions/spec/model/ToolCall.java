package dev.heddle.functions.spec.model;

/** A call of a tool that a model wants made; the arguments are JSON text, or should be. */
public record ToolCall(String id, String name, String arguments) {}
