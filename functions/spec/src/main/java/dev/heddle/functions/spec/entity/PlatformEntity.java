package dev.heddle.functions.spec.entity;

/** An entity whose items are looked up before a tenant is known, or belong to none. */
public record PlatformEntity<P>(String name, Class<P> contract, EntityStorage storage)
    implements Entity<P> {

  @Override
  public String toString() {
    return name;
  }
}
