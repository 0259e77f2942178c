package dev.heddle.functions.aws.table;

import dev.heddle.functions.spec.entity.ListingKind;

/** A global secondary index of the documents, whose keys are texts. */
public record TableIndex(String name, String hash, String range) {
  public static final TableIndex NEWEST = new TableIndex("newest", "newest", "at");
  public static final TableIndex BY_PARENT = new TableIndex("by-parent", "parent", "at");
  public static final TableIndex BY_STANDING = new TableIndex("by-standing", "standing", "at");

  /** The index behind a kind of list. */
  public static TableIndex of(ListingKind listing) {
    return switch (listing) {
      case NEWEST -> NEWEST;
      case BY_PARENT -> BY_PARENT;
      case BY_STANDING -> BY_STANDING;
    };
  }
}
