package dev.heddle.functions.aws.entity;

import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.entity.Entity;
import dev.heddle.functions.spec.entity.PlatformEntity;
import dev.heddle.functions.spec.entity.TenantEntity;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * One unit's stores. Each is opened once, at its first use: a store may remember what hardly
 * changes, and a second one would remember nothing.
 */
public final class UnitStores {
  private final Map<Entity<?>, Object> opened = new ConcurrentHashMap<>();
  private final StoreContext context;

  /** Stores that will be opened with these. */
  public UnitStores(StoreContext context) {
    this.context = context;
  }

  /** The store of a tenant's items, for each tenant. */
  public <P> Function<Tenant, P> of(TenantEntity<P> entity) {
    return open(entity);
  }

  /** The store of the platform's items. */
  public <P> P of(PlatformEntity<P> entity) {
    return open(entity);
  }

  /** The type holds because {@link EntityStore} pairs an entity with its own contract only. */
  @SuppressWarnings("unchecked")
  private <S> S open(Entity<?> entity) {
    // One step: two calls that look first would each open a store, and each remember half.
    return (S) opened.computeIfAbsent(entity, key -> Entities.store(key).open(context));
  }
}
