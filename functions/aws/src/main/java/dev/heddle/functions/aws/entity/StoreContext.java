package dev.heddle.functions.aws.entity;

import dev.heddle.functions.aws.table.DocumentTable;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.IdGenerator;

/**
 * What a unit's stores are opened with.
 *
 * @param table guarded by what the unit declared
 */
public record StoreContext(DocumentTable table, IdGenerator ids) {

  /** The table, of which only a tenant's own partitions can be touched. */
  DocumentTable table(Tenant tenant) {
    return table.of(tenant);
  }
}
