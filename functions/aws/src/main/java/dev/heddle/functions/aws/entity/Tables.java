package dev.heddle.functions.aws.entity;

import dev.heddle.functions.aws.table.Index;
import dev.heddle.functions.aws.table.TableDefinition;
import dev.heddle.functions.aws.table.TableDefinition.Projection;
import dev.heddle.functions.spec.entity.Listing;
import java.util.Arrays;
import java.util.List;

/**
 * The product's tables as data: the laptop creates them from it, the stack is synthesised of it.
 */
public final class Tables {
  /** Everything that is a document. */
  public static final TableDefinition DOCUMENTS =
      new TableDefinition(
          "heddle", Arrays.stream(Listing.values()).map(Tables::projection).toList());

  /** Counters by tenant, period and meter. */
  public static final TableDefinition USAGE = new TableDefinition("heddle-usage", List.of());

  /** All tables. */
  public static final List<TableDefinition> ALL = List.of(DOCUMENTS, USAGE);

  private Tables() {}

  /** In the entities' order, since a stack compares the attributes as a list. */
  private static Projection projection(Listing listing) {
    return new Projection(
        Index.of(listing),
        Entities.ALL.stream()
            .flatMap(stored -> stored.entity().storage().listed(listing).stream())
            .distinct()
            .toList());
  }
}
