package dev.heddle.statemachines.compiler.drawing;

/** An arrow between two steps, by their indices. */
public record StepEdge(String id, int source, String port, int target) {}
