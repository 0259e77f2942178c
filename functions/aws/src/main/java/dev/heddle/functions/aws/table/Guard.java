package dev.heddle.functions.aws.table;

import dev.heddle.functions.spec.unit.Access.Entity;

/** Says no when a unit touches what it did not declare. */
public interface Guard {

  /** Throws an {@link IllegalStateException} unless items of this kind may be read. */
  void reads(Entity entity);

  /** Throws an {@link IllegalStateException} unless items of this kind may be written. */
  void writes(Entity entity);
}
