package dev.heddle.functions.spec.entity;

import java.util.List;

/**
 * Where and how an entity's items are kept.
 *
 * @param keys patterns of partitions: {@code *} stands for one id, at the end for anything. In AWS
 *     a function's role is limited by them.
 * @param listed what lists show
 * @param alwaysWritten whether every use of it writes, so that opening it takes the right to
 */
public record EntityStorage(
    List<String> keys,
    List<ListingAttributes> listed,
    EntityRetention retention,
    boolean alwaysWritten) {

  /** What one kind of list shows of an item besides its keys. */
  public record ListingAttributes(ListingKind by, List<String> attributes) {}

  /** The attributes that lists of this kind show; empty if it is in none. */
  public List<String> listed(ListingKind by) {
    return listed.stream()
        .filter(listed -> listed.by() == by)
        .flatMap(listed -> listed.attributes().stream())
        .toList();
  }
}
