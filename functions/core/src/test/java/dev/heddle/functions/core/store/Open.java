package dev.heddle.functions.core.store;

import dev.heddle.functions.core.catalog.Access.Entity;

/** A guard that lets everything through. */
enum Open implements Guard {
  TO_ALL;

  @Override
  public void reads(Entity entity) {}

  @Override
  public void writes(Entity entity) {}
}
