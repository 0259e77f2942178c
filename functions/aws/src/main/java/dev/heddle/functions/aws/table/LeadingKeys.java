package dev.heddle.functions.aws.table;

import dev.heddle.functions.spec.unit.Access.Entity;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which partitions hold which kind of item: the patterns a function's role is limited by in AWS
 * ({@code dynamodb:LeadingKeys}, StringLike) and the guard on a laptop.
 */
public final class LeadingKeys {
  private static final List<Kept> KEPT =
      Arrays.stream(Entity.values())
          .flatMap(entity -> of(entity).stream().map(pattern -> new Kept(entity, regex(pattern))))
          .toList();

  private record Kept(Entity entity, Pattern partition) {}

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
      case AGENT -> List.of("TENANT#*#AGENT#*");
      case LIVE -> List.of("CONNECTION#*", "TENANT#*#TOPIC#*");
      case APPROVAL -> List.of("TENANT#*#APPROVAL#*");
      case TOKEN -> List.of("TENANT#*#TOKEN#*");
      case WAIT -> List.of("TENANT#*#WAIT#*");
    };
  }

  /** The kind of item in a partition. */
  static Entity entity(String partition) {
    return KEPT.stream()
        .filter(kept -> kept.partition().matcher(partition).matches())
        .findFirst()
        .map(Kept::entity)
        .orElseThrow(() -> new IllegalStateException("No kind of item is kept at " + partition));
  }

  // A tenant's id holds no separator, so the wildcard before one stops there.
  private static Pattern regex(String pattern) {
    return Pattern.compile(
        pattern.replaceAll("#\\*#", "#[^#]*#").replaceAll("\\*$", ".*"), Pattern.DOTALL);
  }
}
