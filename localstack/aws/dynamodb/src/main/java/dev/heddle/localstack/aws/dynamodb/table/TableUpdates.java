package dev.heddle.localstack.aws.dynamodb.table;

import dev.heddle.localstack.aws.dynamodb.request.Constraints;
import dev.heddle.localstack.aws.dynamodb.request.Faults;
import dev.heddle.localstack.aws.dynamodb.request.Input;
import dev.heddle.localstack.aws.dynamodb.schema.Index;
import dev.heddle.localstack.aws.dynamodb.schema.KeyAttribute;
import dev.heddle.localstack.aws.dynamodb.schema.StreamSettings;
import dev.heddle.localstack.aws.dynamodb.schema.Table;
import dev.heddle.localstack.aws.dynamodb.schema.TableChange;
import dev.heddle.localstack.aws.dynamodb.schema.Throughput;
import dev.heddle.localstack.aws.dynamodb.store.Store;
import dev.heddle.localstack.aws.edge.AwsFault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** UpdateTable: capacity, stream, deletion protection, and global indexes made and deleted. */
public final class TableUpdates {
  private static final int GLOBAL = 20;

  private final Store store;
  private final TableDescriptions descriptions;
  private final Backfill backfill;

  /** The updates to tables of the store; new indexes are filled in the background. */
  public TableUpdates(Store store, Backfill backfill) {
    this.store = store;
    this.descriptions = new TableDescriptions(store);
    this.backfill = backfill;
  }

  /** Updates a table. */
  public ObjectNode update(Input input) {
    Table seen = Tables.known(store, input);
    checkSomething(input);
    Table updated = store.catalog().change(seen, table -> changed(table, input));
    backfill.start(updated);
    return Tables.answer("TableDescription", descriptions.describe(updated, "UPDATING"));
  }

  private static void checkSomething(Input input) {
    boolean something =
        List.of(
                "ProvisionedThroughput",
                "BillingMode",
                "GlobalSecondaryIndexUpdates",
                "StreamSpecification",
                "DeletionProtectionEnabled",
                "SSESpecification",
                "TableClass",
                "OnDemandThroughput",
                "ReplicaUpdates")
            .stream()
            .anyMatch(input::has);
    if (!something) {
      throw Faults.validation(
          "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled,"
              + " GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");
    }
    if (input.has("ReplicaUpdates")) {
      throw Faults.validation("Replicas are not supported here");
    }
  }

  private Table changed(Table table, Input input) {
    TableChange change = table.change();
    boolean payPerRequest = payment(table, change, input);
    StreamSettings stream = Streaming.after(input, table.stream(), store.clock());
    if (stream != null) {
      change.stream(stream);
    }
    change.deletionProtection(input.flag("DeletionProtectionEnabled", table.deletionProtection()));
    List<Input> updates = input.objects("GlobalSecondaryIndexUpdates");
    if (updates != null) {
      indexes(table, change, input, updates, payPerRequest);
    }
    return change.made();
  }

  private static boolean payment(Table table, TableChange change, Input input) {
    boolean before = table.throughput() == null;
    boolean after = Throughputs.payPerRequest(input, before);
    if (before && after && !input.has("ProvisionedThroughput")) {
      return true;
    }
    boolean same = before == after && !input.has("ProvisionedThroughput");
    Throughput throughput = same ? table.throughput() : Throughputs.ofTable(input, after);
    change.throughput(throughput);
    if (before != after) {
      table.indexes().stream()
          .filter(Index::global)
          .forEach(index -> change.replace(index.with(throughput)));
    }
    return after;
  }

  private static void indexes(
      Table table, TableChange change, Input input, List<Input> updates, boolean payPerRequest) {
    KeyDefinitions definitions = KeyDefinitions.of(input, known(table));
    List<String> seen = new ArrayList<>();
    for (Input update : updates) {
      Input create = update.object("Create");
      Input delete = update.object("Delete");
      Input resize = update.object("Update");
      if (create != null && delete == null && resize == null) {
        Index index =
            new IndexDefinitions(definitions, payPerRequest)
                .global(create, table.nextIndex(), Index.Status.CREATING);
        seen.add(index.name());
        add(table, change, index);
      } else if (delete != null && create == null && resize == null) {
        Index index = existing(table, delete);
        seen.add(index.name());
        change.remove(index);
      } else if (resize != null && create == null && delete == null) {
        Index index = existing(table, resize);
        seen.add(index.name());
        change.replace(index.with(Throughputs.ofTable(resize, payPerRequest)));
      } else {
        throw Faults.invalid(
            "One of GlobalSecondaryIndexUpdate.Update, GlobalSecondaryIndexUpdate.Create,"
                + " GlobalSecondaryIndexUpdate.Delete must not be null");
      }
    }
    checkOnce(seen, updates);
  }

  private static void checkOnce(List<String> seen, List<Input> updates) {
    if (seen.stream().distinct().count() != seen.size()) {
      throw Faults.invalid(
          "Only one global secondary index update per index is allowed simultaneously.");
    }
    if (updates.stream().filter(update -> !update.has("Update")).count() > 1) {
      throw new AwsFault(
          "LimitExceededException",
          "Subscriber limit exceeded: Only 1 online index can be created or deleted simultaneously"
              + " per table");
    }
  }

  private static void add(Table table, TableChange change, Index index) {
    if (table.index(index.name()).isPresent()) {
      throw Faults.validation(
          "Attempting to create an index which already exists: " + index.name());
    }
    if (table.indexes().stream().filter(Index::global).count() >= GLOBAL) {
      throw Faults.invalid("GlobalSecondaryIndex count exceeds the per-table limit of " + GLOBAL);
    }
    change.add(index);
  }

  private static Index existing(Table table, Input input) {
    @Nullable String name = input.text("IndexName");
    new Constraints().name("globalSecondaryIndexUpdates.member.indexName", name).enforce();
    return table
        .index(String.valueOf(name))
        .filter(Index::global)
        .orElseThrow(
            () -> Faults.notFound("Requested resource not found: Index: " + name + " not found"));
  }

  private static Map<String, String> known(Table table) {
    Map<String, String> types = new HashMap<>();
    List<KeyAttribute> attributes = new ArrayList<>(table.keys().attributes());
    table.indexes().forEach(index -> attributes.addAll(index.keys().attributes()));
    attributes.forEach(attribute -> types.put(attribute.name(), attribute.type()));
    return types;
  }
}
