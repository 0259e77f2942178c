package dev.heddle.functions.aws.table;

import dev.heddle.functions.spec.caller.Tenant;

/** Besides what the unit declared: nothing outside one tenant's partitions. */
record TenantGuard(PartitionGuard guard, Tenant tenant) implements PartitionGuard {

  @Override
  public void reads(String partition) {
    within(partition);
    guard.reads(partition);
  }

  @Override
  public void writes(String partition) {
    within(partition);
    guard.writes(partition);
  }

  private void within(String partition) {
    if (!partition.startsWith(TableKey.partition(tenant, ""))) {
      throw new IllegalStateException(partition + " does not belong to " + tenant.id());
    }
  }
}
