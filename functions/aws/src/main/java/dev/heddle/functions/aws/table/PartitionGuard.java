package dev.heddle.functions.aws.table;

/** Says no when a unit touches what it did not declare. */
public interface PartitionGuard {

  /** Throws an {@link IllegalStateException} unless items of this partition may be read. */
  void reads(String partition);

  /** Throws an {@link IllegalStateException} unless items of this partition may be written. */
  void writes(String partition);
}
