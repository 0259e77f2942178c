package dev.heddle.localstack.aws.dynamodb.table;

import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.schema.ProvisionedThroughput;
import dev.heddle.localstack.aws.dynamodb.schema.SecondaryIndex;
import dev.heddle.localstack.aws.dynamodb.schema.StreamSettings;
import dev.heddle.localstack.aws.dynamodb.schema.TableBuilder;
import dev.heddle.localstack.aws.dynamodb.store.DynamoDbStore;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** UpdateTable: capacity, stream, deletion protection, and global indexes made and deleted. */
public final class UpdateTable {
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

  private final DynamoDbStore store;
  private final TableDescriptions descriptions;
  private final BackfillWorker backfill;

  /** The updates to tables of the store; new indexes are filled in the background. */
  public UpdateTable(DynamoDbStore store, BackfillWorker backfill) {
    this.store = store;
    this.descriptions = new TableDescriptions(store);
    this.backfill = backfill;
  }

  /** Updates a table. */
  public ObjectNode update(InputStructure input) {
    DynamoDbTable seen = TableOperations.known(store, input);
    checkSomething(input);
    DynamoDbTable updated = store.catalog().change(seen, table -> changed(table, input));
    backfill.start(updated);
    return TableOperations.answer("TableDescription", descriptions.describe(updated, "UPDATING"));
  }

  private static void checkSomething(InputStructure input) {
    if (CHANGES.stream().noneMatch(input::has)) {
      throw DynamoDbFaults.validation(
          "At least one of ProvisionedThroughput, BillingMode, UpdateStreamEnabled,"
              + " GlobalSecondaryIndexUpdates or SSESpecification or ReplicaUpdates is required");
    }
    if (input.has("ReplicaUpdates")) {
      throw DynamoDbFaults.validation("Replicas are not supported here");
    }
  }

  private DynamoDbTable changed(DynamoDbTable table, InputStructure input) {
    TableBuilder change = table.toBuilder();
    boolean payPerRequest = payment(table, change, input);
    StreamSettings stream = StreamSpecificationReader.after(input, table.stream(), store.clock());
    if (stream != null) {
      change.stream(stream);
    }
    change.deletionProtection(input.flag("DeletionProtectionEnabled", table.deletionProtection()));
    List<InputStructure> updates = input.objects("GlobalSecondaryIndexUpdates");
    if (updates != null) {
      new IndexUpdates(table, change, input, payPerRequest).apply(updates);
    }
    return change.build();
  }

  private static boolean payment(DynamoDbTable table, TableBuilder change, InputStructure input) {
    boolean before = table.throughput() == null;
    boolean after = ThroughputReader.payPerRequest(input, before);
    if (before && after && !input.has("ProvisionedThroughput")) {
      return true;
    }
    boolean same = before == after && !input.has("ProvisionedThroughput");
    ProvisionedThroughput throughput =
        same ? table.throughput() : ThroughputReader.ofTable(input, after);
    change.throughput(throughput);
    if (before != after) {
      table.indexes().stream()
          .filter(SecondaryIndex::global)
          .forEach(index -> change.replace(index.with(throughput)));
    }
    return after;
  }
}
