package dev.heddle.functions.catalog;

import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteAudience;
import dev.heddle.functions.spec.unit.RouteSpec;
import java.util.List;
import java.util.stream.Collectors;

/** The table of routes for a README. */
record RouteTable(List<Route<?, ?>> routes) {
  private static final String HEAD =
      """
      | route | does | for | class |
      |---|---|---|---|
      """;

  String lines() {
    return HEAD + routes.stream().map(RouteTable::line).collect(Collectors.joining());
  }

  private static String line(Route<?, ?> route) {
    RouteSpec<?, ?> spec = route.spec();
    return "| `%s %s` | %s | %s | `%s` |\n"
        .formatted(
            spec.verb(), spec.path(), spec.summary(), audience(spec.audience()), route.name());
  }

  private static String audience(RouteAudience audience) {
    return switch (audience) {
      case ANYONE -> "anyone";
      case USER -> "members";
      case ADMIN -> "admins";
      case OWNER -> "owners";
    };
  }
}
