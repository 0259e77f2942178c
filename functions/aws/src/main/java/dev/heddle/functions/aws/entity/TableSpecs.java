package dev.heddle.functions.aws.entity;

import dev.heddle.functions.aws.table.TableIndex;
import dev.heddle.functions.aws.table.TableSpec;
import dev.heddle.functions.aws.table.TableSpec.Projection;
import dev.heddle.functions.spec.entity.ListingKind;
import java.util.Arrays;
import java.util.List;

/**
 * The product's tables as data: the laptop creates them from it, the stack is synthesised of it.
 */
public final class TableSpecs {
  /** Everything that is a document. */
  public static final TableSpec DOCUMENTS =
      new TableSpec(
          "heddle", Arrays.stream(ListingKind.values()).map(TableSpecs::projection).toList());

  /** Counters by tenant, period and meter. */
  public static final TableSpec USAGE = new TableSpec("heddle-usage", List.of());

  /** All tables. */
  public static final List<TableSpec> ALL = List.of(DOCUMENTS, USAGE);

  private TableSpecs() {}

  /** In the entities' order, since a stack compares the attributes as a list. */
  private static Projection projection(ListingKind listing) {
    return new Projection(
        TableIndex.of(listing),
        Entities.ALL.stream()
            .flatMap(stored -> stored.entity().storage().listed(listing).stream())
            .distinct()
            .toList());
  }
}
