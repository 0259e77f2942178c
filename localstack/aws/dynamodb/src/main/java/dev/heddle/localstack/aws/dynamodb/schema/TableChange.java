package dev.heddle.localstack.aws.dynamodb.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects changes of a table's settings. */
public final class TableChange {
  private final Table table;
  private final List<Index> indexes;
  private int nextIndex;
  private @Nullable Throughput throughput;
  private @Nullable StreamSettings stream;
  private @Nullable String expiry;
  private boolean recovery;
  private boolean deletionProtection;
  private Map<String, String> tags;

  TableChange(Table table) {
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

  /** With one more index, whose id must be {@link Table#nextIndex()}. */
  public TableChange add(Index index) {
    indexes.add(index);
    nextIndex = index.id() + 1;
    return this;
  }

  /** With an index in place of the one that has its id. */
  public TableChange replace(Index index) {
    indexes.replaceAll(old -> old.id() == index.id() ? index : old);
    return this;
  }

  /** Without an index. */
  public TableChange remove(Index index) {
    indexes.removeIf(old -> old.id() == index.id());
    return this;
  }

  /** With another capacity, or none. */
  public TableChange throughput(@Nullable Throughput changed) {
    throughput = changed;
    return this;
  }

  /** With another stream. */
  public TableChange stream(StreamSettings changed) {
    stream = changed;
    return this;
  }

  /** With another expiry attribute, or none. */
  public TableChange expiry(@Nullable String changed) {
    expiry = changed;
    return this;
  }

  /** With point-in-time recovery or without. */
  public TableChange recovery(boolean changed) {
    recovery = changed;
    return this;
  }

  /** With deletion protection or without. */
  public TableChange deletionProtection(boolean changed) {
    deletionProtection = changed;
    return this;
  }

  /** With other tags. */
  public TableChange tags(Map<String, String> changed) {
    tags = Map.copyOf(changed);
    return this;
  }

  /** The changed table. */
  public Table made() {
    return new Table(
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
