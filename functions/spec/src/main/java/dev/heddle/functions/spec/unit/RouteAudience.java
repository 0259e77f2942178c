package dev.heddle.functions.spec.unit;

/** Who may call a route. Each role may do what those before it may. */
public enum RouteAudience {
  /** Anyone, without a token. */
  ANYONE,
  USER,
  ADMIN,
  OWNER
}
