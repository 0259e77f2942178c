package dev.heddle.functions.aws.cloud;

import dev.heddle.functions.aws.entity.LeadingKeys;
import dev.heddle.functions.aws.table.PartitionGuard;
import dev.heddle.functions.spec.entity.Entity;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.ModelProvider;
import java.util.Arrays;
import java.util.Set;

/** What one unit declared; anything else is refused, as its role in AWS would. */
record DeclaredAccess(String unit, Set<Access> access) implements PartitionGuard {

  @Override
  public void reads(String partition) {
    reads(LeadingKeys.entity(partition));
  }

  @Override
  public void writes(String partition) {
    writes(LeadingKeys.entity(partition));
  }

  /** Demands what it takes to open an entity's store. */
  void opens(Entity<?> entity) {
    if (entity.storage().alwaysWritten()) {
      writes(entity);
    } else {
      reads(entity);
    }
  }

  private void reads(Entity<?> entity) {
    demandAny(new Access.Reads(entity), new Access.Writes(entity));
  }

  private void writes(Entity<?> entity) {
    demand(new Access.Writes(entity));
  }

  /** The provider whose models the unit asks. */
  ModelProvider provider() {
    return access.stream()
        .filter(Access.AsksModel.class::isInstance)
        .map(declared -> ((Access.AsksModel) declared).provider())
        .findFirst()
        .orElseThrow(() -> undeclared("AsksModel"));
  }

  void demand(Access needed) {
    demandAny(needed);
  }

  /** Demands one of several. */
  void demandAny(Access needed, Access... or) {
    if (!access.contains(needed) && Arrays.stream(or).noneMatch(access::contains)) {
      throw undeclared(needed);
    }
  }

  private IllegalStateException undeclared(Object needed) {
    return new IllegalStateException(
        unit + " did not declare " + needed + "; add it to the access in its spec");
  }
}
