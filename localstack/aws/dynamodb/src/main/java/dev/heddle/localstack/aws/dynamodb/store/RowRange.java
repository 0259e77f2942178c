package dev.heddle.localstack.aws.dynamodb.store;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which rows of a table or an index are read, and in which direction. */
public sealed interface RowRange {

  /**
   * One partition.
   *
   * @param hash the partition column
   */
  record Partition(byte[] hash, @Nullable Bound low, @Nullable Bound high, boolean forward)
      implements RowRange {

    /** All rows of it. */
    public static Partition whole(byte[] hash, boolean forward) {
      return new Partition(hash, null, null, forward);
    }
  }

  /** A share of all partitions, in the order of the partition column. */
  record Segment(int segment, int segments) implements RowRange {

    /** The smallest partition column it has. */
    byte[] first() {
      return RowKey.segmentStart(segment, segments);
    }

    /** The smallest partition column beyond it, or null if it is the last segment. */
    byte @Nullable [] beyond() {
      return segment + 1 == segments ? null : RowKey.segmentStart(segment + 1L, segments);
    }

    /** Whether rows with the partition column are in it. */
    public boolean contains(byte[] hash) {
      byte[] beyond = beyond();
      return Arrays.compareUnsigned(hash, first()) >= 0
          && (beyond == null || Arrays.compareUnsigned(hash, beyond) < 0);
    }
  }

  /** An end of a range of sort keys. */
  record Bound(byte[] value, boolean inclusive) {}

  /**
   * Where a page begins: after this row.
   *
   * @param entry the row's key in the index, or in the table if no index is read
   * @param item the row's key in the table
   */
  record Start(RowKey entry, RowKey item) {}
}
