package dev.heddle.functions.aws.table;

import dev.heddle.functions.spec.caller.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * The documents' table. Reads are strongly consistent but for those of an index, and never see what
 * has expired; every access is held against the unit's {@link Guard}.
 */
public final class Table {
  private static final int MOST_SLICES = 100;

  private final Supplier<DynamoDbClient> client;
  private final String name;
  private final Guard guard;
  private final InstantSource clock;

  /** The table of this name; the client is asked for at the first use. */
  public Table(Supplier<DynamoDbClient> client, String name, Guard guard, InstantSource clock) {
    this.client = client;
    this.name = name;
    this.guard = guard;
    this.clock = clock;
  }

  /** The same table, of which only a tenant's own partitions can be touched. */
  public Table of(Tenant tenant) {
    return new Table(client, name, new TenantGuard(guard, tenant), clock);
  }

  public Instant now() {
    return clock.instant();
  }

  public Optional<Item> get(Key key) {
    guard.reads(key.pk());
    if (!key.fits()) {
      return Optional.empty();
    }
    var answer =
        client.get().getItem(r -> r.tableName(name).key(key.attributes()).consistentRead(true));
    return answer.hasItem()
        ? Optional.of(Item.of(answer.item())).filter(item -> item.isLive(now()))
        : Optional.empty();
  }

  /** Stores an item whatever is there. */
  public void put(Item item) {
    write(new Write.Put(item, Expression.ALWAYS));
  }

  /** Stores an item; false when the condition does not hold. */
  public boolean put(Item item, Expression condition) {
    return write(new Write.Put(item, condition));
  }

  /** Changes an item and answers it as it is now; empty when the condition does not hold. */
  public Optional<Item> change(Key key, String update, Expression condition) {
    guard.writes(key.pk());
    var request = Requests.change(name, new Write.Change(key, update, condition));
    try {
      var answer = Conflicts.retried(() -> client.get().updateItem(request));
      return Optional.of(Item.of(answer.attributes()));
    } catch (ConditionalCheckFailedException e) {
      return Optional.empty();
    }
  }

  /** Removes an item; false when the condition does not hold. */
  public boolean delete(Key key, Expression condition) {
    return write(new Write.Delete(key, condition));
  }

  private boolean write(Write write) {
    guard.writes(write.key().pk());
    try {
      Conflicts.retried(
          () ->
              switch (write) {
                case Write.Put put -> client.get().putItem(Requests.put(name, put));
                case Write.Change change -> client.get().updateItem(Requests.change(name, change));
                case Write.Delete delete -> client.get().deleteItem(Requests.delete(name, delete));
              });
      return true;
    } catch (ConditionalCheckFailedException e) {
      return false;
    }
  }

  /** Does all or nothing; the index of the first write whose condition does not hold, or empty. */
  public Optional<Integer> transact(List<Write> writes) {
    writes.forEach(write -> guard.writes(write.key().pk()));
    var parts = writes.stream().map(write -> Requests.part(name, write)).toList();
    try {
      Conflicts.retried(() -> client.get().transactWriteItems(r -> r.transactItems(parts)));
      return Optional.empty();
    } catch (TransactionCanceledException e) {
      return Optional.of(Conflicts.failedCondition(e));
    }
  }

  /** Items of a partition whose sort key begins so, in order; at most 100 MB of them. */
  public List<Item> all(String partition, String prefix) {
    List<Item> all = new ArrayList<>();
    Slice slice = query(Query.of(partition).beginning(prefix));
    all.addAll(slice.items());
    for (int i = 1; i < MOST_SLICES && !slice.isEnd(); i++) {
      slice = query(Query.of(partition).beginning(prefix).after(slice.last()));
      all.addAll(slice.items());
    }
    return all;
  }

  /** One read of at most 1 MB. */
  public Slice query(Query query) {
    guard.reads(query.partition());
    if (!new Key(query.partition(), query.prefix()).fits()) {
      return new Slice(List.of(), Map.of());
    }
    QueryResponse answer = client.get().query(query.request(name));
    Instant now = now();
    List<Item> live =
        answer.items().stream().map(Item::of).filter(item -> item.isLive(now)).toList();
    return new Slice(live, answer.lastEvaluatedKey());
  }

  /** Removes all items of a partition, expired ones too; repeatable. */
  public void clear(String partition) {
    guard.writes(partition);
    Query query = Query.of(partition);
    QueryResponse keys;
    do {
      keys = client.get().query(query.keys(name));
      new Removal(client.get(), name).of(keys.items());
      query = query.after(keys.lastEvaluatedKey());
    } while (!keys.lastEvaluatedKey().isEmpty());
  }
}
