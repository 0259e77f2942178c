package dev.heddle.localstack.aws.dynamodb.store;

import dev.heddle.localstack.aws.dynamodb.schema.KeyAttribute;
import dev.heddle.localstack.aws.dynamodb.schema.KeySchema;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import dev.heddle.localstack.aws.dynamodb.value.KeyEncoding;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A key as the bytes of two columns. The partition column begins with a hash of the partition key,
 * so that a segment of a scan is one range of it; the sort column keeps the order of sort keys and
 * is empty if there is none.
 */
public record RowKey(byte[] hash, byte[] range) {
  private static final byte[] NONE = {};

  /** The key of an item that has all its attributes. */
  public static RowKey of(KeySchema keys, DynamoDbItem item) {
    return Objects.requireNonNull(optional(keys, item), "The key is complete");
  }

  /** The key of an item, or null if it lacks one of its attributes or has it of another type. */
  static @Nullable RowKey optional(KeySchema keys, DynamoDbItem item) {
    AttributeValue hash = value(keys.hash(), item);
    if (hash == null) {
      return null;
    }
    if (keys.range() == null) {
      return new RowKey(hashColumn(hash), NONE);
    }
    AttributeValue range = value(keys.range(), item);
    return range == null ? null : new RowKey(hashColumn(hash), KeyEncoding.of(range));
  }

  private static @Nullable AttributeValue value(KeyAttribute attribute, DynamoDbItem item) {
    AttributeValue value = item.get(attribute.name());
    return value != null && value.type().equals(attribute.type()) ? value : null;
  }

  /** The partition column of a partition key. */
  public static byte[] hashColumn(AttributeValue value) {
    byte[] key = KeyEncoding.of(value);
    byte[] column = new byte[key.length + 4];
    putInt(column, spread(key));
    System.arraycopy(key, 0, column, 4, key.length);
    return column;
  }

  /** Where a segment of a scan begins: the smallest partition column not below the share. */
  static byte[] segmentStart(long segment, long segments) {
    byte[] column = new byte[4];
    putInt(column, (int) ((segment << 32) / segments));
    return column;
  }

  /** A hash whose every bit depends on every byte (FNV-1a, then MurmurHash3's finish). */
  private static int spread(byte[] key) {
    int hash = 0x811C9DC5;
    for (byte b : key) {
      hash = (hash ^ (b & 0xFF)) * 0x01000193;
    }
    hash = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
    hash = (hash ^ (hash >>> 13)) * 0xC2B2AE35;
    return hash ^ (hash >>> 16);
  }

  private static void putInt(byte[] column, int value) {
    for (int at = 0; at < 4; at++) {
      column[at] = (byte) (value >>> (24 - 8 * at));
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RowKey key
        && Arrays.equals(hash, key.hash)
        && Arrays.equals(range, key.range);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(hash) + Arrays.hashCode(range);
  }

  @Override
  public String toString() {
    return "a key of " + hash.length + " and " + range.length + " bytes";
  }
}
