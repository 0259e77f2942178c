package dev.heddle.functions.aws.entity;

import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.entity.Entity;
import dev.heddle.functions.spec.entity.PlatformEntity;
import dev.heddle.functions.spec.entity.TenantEntity;
import java.util.function.Function;

/**
 * An entity and the store behind it.
 *
 * @param <S> what opening gives: the contract, or for each tenant its own
 */
public final class EntityStore<S> {
  private final Entity<?> entity;
  private final Function<StoreContext, S> opening;

  private EntityStore(Entity<?> entity, Function<StoreContext, S> opening) {
    this.entity = entity;
    this.opening = opening;
  }

  static <P> EntityStore<Function<Tenant, P>> stored(
      TenantEntity<P> entity, Function<StoreContext, Function<Tenant, P>> opening) {
    return new EntityStore<>(entity, opening);
  }

  static <P> EntityStore<P> stored(PlatformEntity<P> entity, Function<StoreContext, P> opening) {
    return new EntityStore<>(entity, opening);
  }

  /** The entity. */
  public Entity<?> entity() {
    return entity;
  }

  S open(StoreContext context) {
    return opening.apply(context);
  }
}
