package dev.heddle.functions.spec.caller;

/** What a member may do in a tenant; each role may do what those before it may. */
public enum Role {
  USER,
  ADMIN,
  OWNER
}
