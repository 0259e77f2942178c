package dev.heddle.functions.aws.table;

import dev.heddle.functions.spec.entity.Listing;

/** A global secondary index of the documents, whose keys are texts. */
public record Index(String name, String hash, String range) {
  public static final Index NEWEST = new Index("newest", "newest", "at");
  public static final Index BY_PARENT = new Index("by-parent", "parent", "at");
  public static final Index BY_STANDING = new Index("by-standing", "standing", "at");

  /** The index behind a kind of list. */
  public static Index of(Listing listing) {
    return switch (listing) {
      case NEWEST -> NEWEST;
      case BY_PARENT -> BY_PARENT;
      case BY_STANDING -> BY_STANDING;
    };
  }
}
