package dev.heddle.functions.aws.entity;

import dev.heddle.functions.aws.table.Table;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ids;

/**
 * What a unit's stores are opened with.
 *
 * @param table guarded by what the unit declared
 */
public record StoreContext(Table table, Ids ids) {

  /** The table, of which only a tenant's own partitions can be touched. */
  Table table(Tenant tenant) {
    return table.of(tenant);
  }
}
