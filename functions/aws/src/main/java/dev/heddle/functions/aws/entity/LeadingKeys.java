package dev.heddle.functions.aws.entity;

import dev.heddle.functions.spec.entity.Entity;
import java.util.List;
import java.util.regex.Pattern;

/** Which entity's items a partition holds, by the patterns a function's role is limited by too. */
public final class LeadingKeys {
  private static final List<KeyPattern> KEPT =
      Entities.ALL.stream()
          .map(EntityStore::entity)
          .flatMap(entity -> entity.keys().stream().map(key -> new KeyPattern(entity, regex(key))))
          .toList();

  private record KeyPattern(Entity<?> entity, Pattern partition) {}

  private LeadingKeys() {}

  /** The entity whose items stand in a partition. */
  public static Entity<?> entity(String partition) {
    for (KeyPattern pattern : KEPT) {
      if (pattern.partition().matcher(partition).matches()) {
        return pattern.entity();
      }
    }
    throw new IllegalStateException("No entity is kept at " + partition);
  }

  // A tenant's id holds no separator, so the wildcard before one stops there.
  private static Pattern regex(String pattern) {
    return Pattern.compile(
        pattern.replaceAll("#\\*#", "#[^#]*#").replaceAll("\\*$", ".*"), Pattern.DOTALL);
  }
}
