package dev.heddle.functions.spec.entity;

import java.util.List;

/**
 * A kind of item in the table, as data: where its items are kept, what lists show of them and for
 * how long they stay. Stores, roles, projections and documentation are derived from it.
 *
 * @param <P> the contract that units reach it by
 */
public sealed interface Entity<P> permits TenantEntity, PlatformEntity {

  /** What it is called in messages and documentation: kebab case, singular. */
  String name();

  /** The contract that units reach it by; one contract may serve several entities. */
  Class<P> contract();

  /** Where and how its items are kept. */
  EntityStorage storage();

  /** The patterns of its partitions; no two entities' overlap. */
  default List<String> keys() {
    return storage().keys();
  }

  /** An entity of which each tenant has its own items. */
  static <P> EntityBuilder<TenantEntity<P>> ofTenant(String name, Class<P> contract) {
    return new EntityBuilder<>(storage -> new TenantEntity<>(name, contract, storage));
  }

  /** An entity whose items are looked up before a tenant is known, or belong to none. */
  static <P> EntityBuilder<PlatformEntity<P>> ofPlatform(String name, Class<P> contract) {
    return new EntityBuilder<>(storage -> new PlatformEntity<>(name, contract, storage));
  }
}
