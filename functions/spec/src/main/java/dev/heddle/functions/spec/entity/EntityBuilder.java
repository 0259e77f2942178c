package dev.heddle.functions.spec.entity;

import dev.heddle.functions.spec.entity.EntityStorage.ListingAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Says by name what an entity is; its retention comes last and makes it. */
public final class EntityBuilder<E extends Entity<?>> {
  private final Function<EntityStorage, E> made;
  private final List<ListingAttributes> listed = new ArrayList<>();
  private List<String> keys = List.of();
  private boolean alwaysWritten;

  EntityBuilder(Function<EntityStorage, E> made) {
    this.made = made;
  }

  /** The patterns of its partitions: {@code *} stands for one id, at the end for anything. */
  public EntityBuilder<E> keys(String... patterns) {
    keys = List.of(patterns);
    return this;
  }

  /** What lists of these kinds show. */
  public EntityBuilder<E> listed(List<ListingKind> by, String... attributes) {
    by.forEach(listing -> listed.add(new ListingAttributes(listing, List.of(attributes))));
    return this;
  }

  /** Every use of it writes, so that opening it takes the right to. */
  public EntityBuilder<E> alwaysWritten() {
    alwaysWritten = true;
    return this;
  }

  /** How long its items are kept. */
  public E kept(EntityRetention retention) {
    return made.apply(new EntityStorage(keys, List.copyOf(listed), retention, alwaysWritten));
  }
}
