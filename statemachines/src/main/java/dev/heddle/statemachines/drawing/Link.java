package dev.heddle.statemachines.drawing;

/** An arrow between two steps, by their indices. */
public record Link(String id, int source, String port, int target) {}
