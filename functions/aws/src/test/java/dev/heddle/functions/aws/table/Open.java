package dev.heddle.functions.aws.table;

import dev.heddle.functions.spec.unit.Access.Entity;

/** A guard that lets everything through. */
public enum Open implements Guard {
  TO_ALL;

  @Override
  public void reads(Entity entity) {}

  @Override
  public void writes(Entity entity) {}
}
