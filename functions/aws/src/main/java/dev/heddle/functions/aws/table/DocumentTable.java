package dev.heddle.functions.aws.table;

import dev.heddle.functions.spec.caller.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The documents' table. Reads are strongly consistent but for those of an index, and never see what
 * has expired; every access is held against the unit's {@link PartitionGuard}.
 */
public final class DocumentTable {
  // A partition without end would otherwise keep a function reading until it is out of memory.
  private static final int MOST_SLICES = 100;

  private final Supplier<DynamoDbClient> client;
  private final String name;
  private final PartitionGuard guard;
  private final InstantSource clock;

  /** The table of this name; the client is asked for at the first use. */
  public DocumentTable(
      Supplier<DynamoDbClient> client, String name, PartitionGuard guard, InstantSource clock) {
    this.client = client;
    this.name = name;
    this.guard = guard;
    this.clock = clock;
  }

  /** The same table, of which only a tenant's own partitions can be touched. */
  public DocumentTable of(Tenant tenant) {
    return new DocumentTable(client, name, new TenantGuard(guard, tenant), clock);
  }

  public Instant now() {
    return clock.instant();
  }

  public Optional<TableItem> get(TableKey key) {
    guard.reads(key.pk());
    if (!key.fits()) {
      return Optional.empty();
    }
    var answer =
        // Consistent: whoever decides by what is stored (a revision, a lease) must not see the time
        // before its own last write.
        client.get().getItem(r -> r.tableName(name).key(key.attributes()).consistentRead(true));
    return answer.hasItem()
        // DynamoDB removes what has expired up to two days late.
        ? Optional.of(TableItem.of(answer.item())).filter(item -> item.isLive(now()))
        : Optional.empty();
  }

  /** Stores an item whatever is there. */
  public void put(TableItem item) {
    write(new TableWrite.Put(item, ItemCondition.ALWAYS));
  }

  /** Stores an item; false when the condition does not hold. */
  public boolean put(TableItem item, ItemCondition condition) {
    return write(new TableWrite.Put(item, condition));
  }

  /** Changes an item and answers it as it is now; empty when the condition does not hold. */
  public Optional<TableItem> change(TableKey key, String update, ItemCondition condition) {
    guard.writes(key.pk());
    var request = SdkRequests.change(name, new TableWrite.Change(key, update, condition));
    try {
      var answer = ConflictRetry.retry(() -> client.get().updateItem(request));
      return Optional.of(TableItem.of(answer.attributes()));
    } catch (ConditionalCheckFailedException e) {
      return Optional.empty();
    }
  }

  /** Removes an item; false when the condition does not hold. */
  public boolean delete(TableKey key, ItemCondition condition) {
    return write(new TableWrite.Delete(key, condition));
  }

  private boolean write(TableWrite write) {
    guard.writes(write.key().pk());
    try {
      ConflictRetry.retry(
          () ->
              switch (write) {
                case TableWrite.Put put -> client.get().putItem(SdkRequests.put(name, put));
                case TableWrite.Change change ->
                    client.get().updateItem(SdkRequests.change(name, change));
                case TableWrite.Delete delete ->
                    client.get().deleteItem(SdkRequests.delete(name, delete));
              });
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  /** Does all or nothing; the index of the first write whose condition does not hold, or empty. */
  public Optional<Integer> transact(List<TableWrite> writes) {
    writes.forEach(write -> guard.writes(write.key().pk()));
    var parts = writes.stream().map(write -> SdkRequests.part(name, write)).toList();
    try {
      ConflictRetry.retry(() -> client.get().transactWriteItems(r -> r.transactItems(parts)));
      return Optional.empty();
    } catch (TransactionCanceledException e) {
      return Optional.of(ConflictRetry.failedCondition(e));
    }
  }

  /** Items of a partition whose sort key begins so, in order; at most 100 MB of them. */
  public List<TableItem> all(String partition, String prefix) {
    List<TableItem> all = new ArrayList<>();
    QuerySlice slice = query(TableQuery.of(partition).beginning(prefix));
    all.addAll(slice.items());
    for (int i = 1; i < MOST_SLICES && !slice.isEnd(); i++) {
      slice = query(TableQuery.of(partition).beginning(prefix).after(slice.last()));
      all.addAll(slice.items());
    }
    return all;
  }

  /** One read of at most 1 MB. */
  public QuerySlice query(TableQuery query) {
    guard.reads(query.partition());
    if (!new TableKey(query.partition(), query.prefix()).fits()) {
      return QuerySlice.EMPTY;
    }
    QueryResponse answer = client.get().query(query.request(name));
    Instant now = now();
    List<TableItem> live =
        answer.items().stream().map(TableItem::of).filter(item -> item.isLive(now)).toList();
    return new QuerySlice(live, answer.lastEvaluatedKey());
  }

  /** Removes all items of a partition, expired ones too; repeatable. */
  public void clear(String partition) {
    guard.writes(partition);
    TableQuery query = TableQuery.of(partition);
    QueryResponse keys;
    do {
      keys = client.get().query(query.keys(name));
      new BatchDeletion(client.get(), name).of(keys.items());
      query = query.after(keys.lastEvaluatedKey());
    } while (!keys.lastEvaluatedKey().isEmpty());
  }
}
