package dev.heddle.localstack.aws.dynamodb.item;

import dev.heddle.localstack.aws.dynamodb.item.GetItem.PointRead;
import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.store.RowKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;

/** A request of many parts names no item twice. */
final class DistinctItems {
  private record Address(long table, RowKey key) {}

  private DistinctItems() {}

  static <T> void check(Collection<T> parts, Function<T, PointRead> address, String message) {
    Set<Address> seen = new HashSet<>();
    for (T part : parts) {
      PointRead read = address.apply(part);
      add(seen, new Address(read.table().id(), read.key()), message);
    }
  }

  static void check(Collection<ItemWrite> writes, String message) {
    Set<Address> seen = new HashSet<>();
    for (ItemWrite write : writes) {
      add(seen, new Address(write.table().id(), write.key()), message);
    }
  }

  private static void add(Set<Address> seen, Address address, String message) {
    if (!seen.add(address)) {
      throw DynamoDbFaults.validation(message);
    }
  }
}
