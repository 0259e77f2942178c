package dev.heddle.localstack.aws.dynamodb.table;

import dev.heddle.localstack.aws.dynamodb.request.Faults;
import dev.heddle.localstack.aws.dynamodb.request.Input;
import dev.heddle.localstack.aws.dynamodb.schema.Index;
import dev.heddle.localstack.aws.dynamodb.schema.StreamSettings;
import dev.heddle.localstack.aws.dynamodb.schema.Table;
import dev.heddle.localstack.aws.dynamodb.schema.TableChange;
import dev.heddle.localstack.aws.dynamodb.schema.Throughput;
import dev.heddle.localstack.aws.dynamodb.store.Store;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** UpdateTable: capacity, stream, deletion protection, and global indexes made and deleted. */
public final class TableUpdates {
  private static final List<String> CHANGES =
      List.of(
          "ProvisionedThroughput",
          "BillingMode",
          "GlobalSecondaryIndexUpdates",
          "StreamSpecification",
          "DeletionProtectionEnabled",
          "SSESpecification",
          "TableClass",
          "OnDemandThroughput",
          "ReplicaUpdates");

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
    if (CHANGES.stream().noneMatch(input::has)) {
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
      new IndexUpdates(table, change, input, payPerRequest).apply(updates);
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
}
