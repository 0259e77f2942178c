package dev.heddle.functions.spec.caller;

/** A tenant's id, by which everything of its own is stored; "workspace" on screen. */
public record Tenant(String id) {}
