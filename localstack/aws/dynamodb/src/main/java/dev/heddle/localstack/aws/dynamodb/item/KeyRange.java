package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.expression.ConditionExpression.Comparator;
import dev.heddle.localstack.aws.dynamodb.item.KeyCondition.Comparison;
import dev.heddle.localstack.aws.dynamodb.item.KeyCondition.Prefix;
import dev.heddle.localstack.aws.dynamodb.item.KeyCondition.Range;
import dev.heddle.localstack.aws.dynamodb.item.KeyCondition.Test;
import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.schema.KeyAttribute;
import dev.heddle.localstack.aws.dynamodb.schema.KeySchema;
import dev.heddle.localstack.aws.dynamodb.store.RowKey;
import dev.heddle.localstack.aws.dynamodb.store.RowRange;
import dev.heddle.localstack.aws.dynamodb.store.RowRange.Bound;
import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.KeyEncoding;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the span of a query from the conditions on its keys. */
final class KeyRange {
  private KeyRange() {}

  static RowRange.Partition of(Map<String, Test> tests, KeySchema keys, boolean forward) {
    AttributeValue hash = hash(tests, keys);
    KeyAttribute range = keys.range();
    Test test = range == null ? null : tests.get(range.name());
    if (tests.size() > (test == null ? 1 : 2)) {
      throw unsupported(keys);
    }
    byte[] partition = RowKey.hashColumn(hash);
    if (range == null || test == null) {
      return RowRange.Partition.whole(partition, forward);
    }
    return switch (test) {
      case Comparison compared -> compared(partition, range, compared, forward);
      case Range(AttributeValue low, AttributeValue high) ->
          new RowRange.Partition(
              partition, bound(range, low, true), bound(range, high, true), forward);
      case Prefix(AttributeValue prefix) -> prefixed(partition, range, prefix, forward);
    };
  }

  private static AttributeValue hash(Map<String, Test> tests, KeySchema keys) {
    Test test = tests.get(keys.hash().name());
    if (test == null) {
      throw DynamoDbFaults.validation(
          "Query condition missed key schema element: " + keys.hash().name());
    }
    if (test instanceof Comparison(Comparator comparator, AttributeValue value)
        && comparator == Comparator.EQ) {
      return checked(keys.hash(), value);
    }
    throw DynamoDbFaults.validation("Query key condition not supported");
  }

  private static RuntimeException unsupported(KeySchema keys) {
    return DynamoDbFaults.validation(
        keys.range() == null
            ? "Query key condition not supported"
            : "Query condition missed key schema element: " + keys.range().name());
  }

  private static RowRange.Partition compared(
      byte[] partition, KeyAttribute range, Comparison compared, boolean forward) {
    AttributeValue value = compared.value();
    Bound low =
        switch (compared.comparator()) {
          case EQ, GE -> bound(range, value, true);
          case GT -> bound(range, value, false);
          case LT, LE, NE -> null;
        };
    Bound high =
        switch (compared.comparator()) {
          case EQ, LE -> bound(range, value, true);
          case LT -> bound(range, value, false);
          case GT, GE, NE -> null;
        };
    return new RowRange.Partition(partition, low, high, forward);
  }

  private static RowRange.Partition prefixed(
      byte[] partition, KeyAttribute range, AttributeValue prefix, boolean forward) {
    Bound low = bound(range, prefix, true);
    byte[] beyond = successor(low.value());
    Bound high = beyond == null ? null : new Bound(beyond, false);
    return new RowRange.Partition(partition, low, high, forward);
  }

  /** The smallest bytes greater than all with this prefix, or null if there are none. */
  private static byte @Nullable [] successor(byte[] prefix) {
    for (int last = prefix.length - 1; last >= 0; last--) {
      if (prefix[last] != (byte) 0xFF) {
        byte[] next = Arrays.copyOf(prefix, last + 1);
        next[last]++;
        return next;
      }
    }
    return null;
  }

  private static Bound bound(KeyAttribute attribute, AttributeValue value, boolean inclusive) {
    return new Bound(KeyEncoding.of(checked(attribute, value)), inclusive);
  }

  private static AttributeValue checked(KeyAttribute attribute, AttributeValue value) {
    if (!value.type().equals(attribute.type())) {
      throw DynamoDbFaults.invalid("Condition parameter type does not match schema type");
    }
    KeyRules.checkNotEmpty(attribute, value);
    return value;
  }

  /** Whether a sort key lies within the span. */
  static boolean contains(RowRange.Partition span, byte[] range) {
    return above(span.low(), range) && below(span.high(), range);
  }

  private static boolean above(@Nullable Bound low, byte[] range) {
    int order = low == null ? 1 : Arrays.compareUnsigned(range, low.value());
    return order > 0 || (order == 0 && low != null && low.inclusive());
  }

  private static boolean below(@Nullable Bound high, byte[] range) {
    int order = high == null ? -1 : Arrays.compareUnsigned(range, high.value());
    return order < 0 || (order == 0 && high != null && high.inclusive());
  }
}
