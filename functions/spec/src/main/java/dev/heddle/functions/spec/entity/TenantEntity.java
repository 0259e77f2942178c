package dev.heddle.functions.spec.entity;

/** An entity of which each tenant has its own items; nobody reaches another tenant's. */
public record TenantEntity<P>(String name, Class<P> contract, EntityStorage storage)
    implements Entity<P> {

  @Override
  public String toString() {
    return name;
  }
}
