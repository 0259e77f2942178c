package dev.heddle.localstack.aws.dynamodb.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects changes of a table's settings. */
public final class TableBuilder {
  private final DynamoDbTable table;
  private final List<SecondaryIndex> indexes;
  private int nextIndex;
  private @Nullable ProvisionedThroughput throughput;
  private @Nullable StreamSettings stream;
  private @Nullable String expiry;
  private boolean recovery;
  private boolean deletionProtection;
  private Map<String, String> tags;

  TableBuilder(DynamoDbTable table) {
    this.table = table;
    this.indexes = new ArrayList<>(table.indexes());
    this.nextIndex = table.nextIndex();
    this.throughput = table.throughput();
    this.stream = table.stream();
    this.expiry = table.expiry();
    this.recovery = table.recovery();
    this.deletionProtection = table.deletionProtection();
    this.tags = table.tags();
  }

  /** With one more index, whose id must be {@link DynamoDbTable#nextIndex()}. */
  public TableBuilder add(SecondaryIndex index) {
    indexes.add(index);
    nextIndex = index.id() + 1;
    return this;
  }

  /** With an index in place of the one that has its id. */
  public TableBuilder replace(SecondaryIndex index) {
    indexes.replaceAll(old -> old.id() == index.id() ? index : old);
    return this;
  }

  /** Without an index. */
  public TableBuilder remove(SecondaryIndex index) {
    indexes.removeIf(old -> old.id() == index.id());
    return this;
  }

  /** With another capacity, or none. */
  public TableBuilder throughput(@Nullable ProvisionedThroughput changed) {
    throughput = changed;
    return this;
  }

  /** With another stream. */
  public TableBuilder stream(StreamSettings changed) {
    stream = changed;
    return this;
  }

  /** With another expiry attribute, or none. */
  public TableBuilder expiry(@Nullable String changed) {
    expiry = changed;
    return this;
  }

  /** With point-in-time recovery or without. */
  public TableBuilder recovery(boolean changed) {
    recovery = changed;
    return this;
  }

  /** With deletion protection or without. */
  public TableBuilder deletionProtection(boolean changed) {
    deletionProtection = changed;
    return this;
  }

  /** With other tags. */
  public TableBuilder tags(Map<String, String> changed) {
    tags = Map.copyOf(changed);
    return this;
  }

  /** The changed table. */
  public DynamoDbTable build() {
    return new DynamoDbTable(
        table.id(),
        table.name(),
        table.created(),
        table.keys(),
        nextIndex,
        List.copyOf(indexes),
        throughput,
        stream,
        expiry,
        recovery,
        deletionProtection,
        tags);
  }
}
