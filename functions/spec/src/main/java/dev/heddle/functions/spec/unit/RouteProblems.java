package dev.heddle.functions.spec.unit;

import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.unit.InputPart.Place;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Every kind of problem that a route may answer: what its spec implies, and what it declares. */
public final class RouteProblems {
  /** The header by which a caller says which revision of a document it has seen. */
  private static final String IF_MATCH = "if-match";

  /** The header by which a repeated call is told from a new one. */
  private static final String IDEMPOTENCY_KEY = "idempotency-key";

  private RouteProblems() {}

  /** The kinds, each once. */
  public static Set<Class<? extends Problem>> of(RouteSpec<?, ?> spec) {
    // A query parameter that no route knows is invalid everywhere, and every gateway can be busy.
    Set<Class<? extends Problem>> problems =
        new LinkedHashSet<>(
            List.of(Problem.Invalid.class, Problem.Internal.class, Problem.Unavailable.class));
    problems.addAll(audience(spec.audience()));
    InputPart.of(spec).forEach(part -> problems.addAll(implied(part)));
    problems.addAll(spec.faults());
    return problems;
  }

  private static List<Class<? extends Problem>> audience(RouteAudience audience) {
    return switch (audience) {
      case ANYONE -> List.of();
      case USER -> List.of(Problem.Unauthenticated.class);
      case ADMIN, OWNER -> List.of(Problem.Unauthenticated.class, Problem.Forbidden.class);
    };
  }

  private static List<Class<? extends Problem>> implied(InputPart part) {
    if (part.place() == Place.BODY) {
      return List.of(
          Problem.Malformed.class, Problem.TooLarge.class, Problem.UnsupportedMediaType.class);
    }
    return switch (part.name()) {
      case IF_MATCH ->
          List.of(Problem.PreconditionFailed.class, Problem.PreconditionRequired.class);
      case IDEMPOTENCY_KEY -> List.of(Problem.Conflict.class);
      default -> List.of();
    };
  }
}
