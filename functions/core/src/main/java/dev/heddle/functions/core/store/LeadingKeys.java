package dev.heddle.functions.core.store;

import dev.heddle.functions.core.catalog.Access.Entity;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Which partitions hold which kind of item: the patterns a function's role is limited by in AWS
 * ({@code dynamodb:LeadingKeys}, StringLike) and the guard on a laptop.
 */
public final class LeadingKeys {
  private static final Map<Entity, List<Pattern>> COMPILED = compiled();

  private LeadingKeys() {}

  /** The patterns, with {@code *} for anything. */
  public static List<String> of(Entity entity) {
    return switch (entity) {
      case USER -> List.of("USER#*", "EMAIL#*");
      case TENANT -> List.of("TENANT#*#TENANT", "SLUG#*");
      case SESSION -> List.of("SESSION#*");
      case ATTEMPT -> List.of("ATTEMPT#*");
      case IDEMPOTENCY -> List.of("TENANT#*#IDEMPOTENCY#*");
      case WORKFLOW -> List.of("TENANT#*#WORKFLOW", "TENANT#*#WORKFLOW#*");
      case HOOK -> List.of("TENANT#*#HOOK#*");
      case RUN -> List.of("TENANT#*#RUN", "TENANT#*#RUN#*");
      case LIVE -> List.of("CONNECTION#*", "TENANT#*#TOPIC#*");
    };
  }

  /** The kind of item in a partition. */
  static Entity entity(String partition) {
    return Arrays.stream(Entity.values())
        .filter(entity -> COMPILED.get(entity).stream().anyMatch(p -> matches(p, partition)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("No kind of item is kept at " + partition));
  }

  private static boolean matches(Pattern pattern, String partition) {
    return pattern.matcher(partition).matches();
  }

  private static Map<Entity, List<Pattern>> compiled() {
    Map<Entity, List<Pattern>> all = new EnumMap<>(Entity.class);
    for (Entity entity : Entity.values()) {
      all.put(entity, of(entity).stream().map(LeadingKeys::regex).toList());
    }
    return all;
  }

  // A tenant's id holds no separator, so the wildcard before one stops there.
  private static Pattern regex(String pattern) {
    return Pattern.compile(
        pattern.replaceAll("#\\*#", "#[^#]*#").replaceAll("\\*$", ".*"), Pattern.DOTALL);
  }
}
