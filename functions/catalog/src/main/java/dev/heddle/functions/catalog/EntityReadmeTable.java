package dev.heddle.functions.catalog;

import dev.heddle.functions.aws.entity.Entities;
import dev.heddle.functions.aws.entity.EntityStore;
import dev.heddle.functions.spec.entity.Entity;
import dev.heddle.functions.spec.entity.EntityRetention;
import dev.heddle.functions.spec.entity.EntityStorage.ListingAttributes;
import dev.heddle.functions.spec.entity.PlatformEntity;
import dev.heddle.functions.spec.entity.TenantEntity;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Unit;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The table of entities for a README: what each is, and which units touch it. */
record EntityReadmeTable(Catalog catalog) {
  private static final String HEAD =
      """
      | entity | of | keys | lists show | kept | read by | written by |
      |---|---|---|---|---|---|---|
      """;

  String lines() {
    return HEAD
        + Entities.ALL.stream()
            .map(EntityStore::entity)
            .map(this::line)
            .collect(Collectors.joining());
  }

  private String line(Entity<?> entity) {
    return "| %s | %s | %s | %s | %s | %s | %s |\n"
        .formatted(
            entity.name(),
            owner(entity),
            code(entity.keys()),
            listed(entity),
            kept(entity.storage().retention()),
            having(new Access.Reads(entity)),
            having(new Access.Writes(entity)));
  }

  private static String owner(Entity<?> entity) {
    return switch (entity) {
      case TenantEntity<?> _ -> "tenant";
      case PlatformEntity<?> _ -> "platform";
    };
  }

  private static String code(List<String> words) {
    return words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(", "));
  }

  private static String listed(Entity<?> entity) {
    return entity.storage().listed().stream()
        .map(EntityReadmeTable::listed)
        .collect(Collectors.joining("; "));
  }

  private static String listed(ListingAttributes listed) {
    String by = listed.by().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    return by + ": " + String.join(", ", listed.attributes());
  }

  private static String kept(EntityRetention retention) {
    return switch (retention) {
      case EntityRetention.UntilDeleted() -> "until deleted";
      case EntityRetention.UntilExpiry() -> "until it expires";
      case EntityRetention.For(var duration) -> duration(duration);
    };
  }

  private static String duration(Duration duration) {
    return duration.compareTo(Duration.ofDays(2)) < 0
        ? duration.toHours() + " hours"
        : duration.toDays() + " days";
  }

  private String having(Access access) {
    return catalog.units().stream()
        .filter(unit -> unit.access().contains(access))
        .map(Unit::name)
        .collect(Collectors.joining(", "));
  }
}
