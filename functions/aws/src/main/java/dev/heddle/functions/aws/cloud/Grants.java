package dev.heddle.functions.aws.cloud;

import dev.heddle.functions.aws.table.Guard;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Access.Entity;
import java.util.Arrays;
import java.util.Set;

/** What one unit declared; anything else is refused, as its role in AWS would. */
record Grants(String unit, Set<Access> access) implements Guard {

  @Override
  public void reads(Entity entity) {
    if (!access.contains(new Access.Writes(entity))) {
      demand(new Access.Reads(entity));
    }
  }

  @Override
  public void writes(Entity entity) {
    demand(new Access.Writes(entity));
  }

  void demand(Access needed) {
    demandAny(needed);
  }

  /** Demands one of several. */
  void demandAny(Access needed, Access... or) {
    if (!access.contains(needed) && Arrays.stream(or).noneMatch(access::contains)) {
      throw new IllegalStateException(
          unit + " did not declare " + needed + "; add it to the access in its spec");
    }
  }
}
