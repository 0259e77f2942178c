package dev.heddle.localstack.aws.dynamodb;

import dev.heddle.localstack.aws.dynamodb.item.BatchGetItem;
import dev.heddle.localstack.aws.dynamodb.item.BatchWriteItem;
import dev.heddle.localstack.aws.dynamodb.item.GetItem;
import dev.heddle.localstack.aws.dynamodb.item.ItemWriteOperations;
import dev.heddle.localstack.aws.dynamodb.item.QueryAndScan;
import dev.heddle.localstack.aws.dynamodb.item.TransactGetItems;
import dev.heddle.localstack.aws.dynamodb.item.TransactWriteItems;
import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.store.DynamoDbStore;
import dev.heddle.localstack.aws.dynamodb.stream.DynamoDbStreams;
import dev.heddle.localstack.aws.dynamodb.table.BackfillWorker;
import dev.heddle.localstack.aws.dynamodb.table.ContinuousBackups;
import dev.heddle.localstack.aws.dynamodb.table.LimitsAndEndpoints;
import dev.heddle.localstack.aws.dynamodb.table.TableOperations;
import dev.heddle.localstack.aws.dynamodb.table.TableTags;
import dev.heddle.localstack.aws.dynamodb.table.TimeToLive;
import dev.heddle.localstack.aws.dynamodb.table.UpdateTable;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import dev.heddle.localstack.aws.edge.JsonProtocol.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Every operation by its name. */
final class DynamoDbOperations {
  private DynamoDbOperations() {}

  static JsonProtocol tables(DynamoDbStore store, BackfillWorker backfill) {
    Map<String, Operation> operations = new HashMap<>(items(store));
    var tables = new TableOperations(store);
    operations.put("CreateTable", operation(tables::create));
    operations.put("DescribeTable", operation(tables::describe));
    operations.put("DeleteTable", operation(tables::delete));
    operations.put("ListTables", operation(tables::list));
    operations.put("UpdateTable", operation(new UpdateTable(store, backfill)::update));
    operations.put("UpdateTimeToLive", operation(new TimeToLive(store)::update));
    operations.put("DescribeTimeToLive", operation(new TimeToLive(store)::describe));
    operations.put("UpdateContinuousBackups", operation(new ContinuousBackups(store)::update));
    operations.put("DescribeContinuousBackups", operation(new ContinuousBackups(store)::describe));
    operations.put("TagResource", operation(new TableTags(store)::tag));
    operations.put("UntagResource", operation(new TableTags(store)::untag));
    operations.put("ListTagsOfResource", operation(new TableTags(store)::list));
    operations.put("DescribeLimits", operation(LimitsAndEndpoints::limits));
    operations.put("DescribeEndpoints", (input, request) -> LimitsAndEndpoints.endpoints(request));
    return new JsonProtocol("DynamoDB_20120810", "1.0", operations);
  }

  private static Map<String, Operation> items(DynamoDbStore store) {
    var writes = new ItemWriteOperations(store);
    var queries = new QueryAndScan(store);
    return Map.of(
        "PutItem", operation(writes::put),
        "UpdateItem", operation(writes::update),
        "DeleteItem", operation(writes::delete),
        "GetItem", operation(new GetItem(store)::get),
        "Query", operation(queries::query),
        "Scan", operation(queries::scan),
        "BatchGetItem", operation(new BatchGetItem(store)::get),
        "BatchWriteItem", operation(new BatchWriteItem(store)::write),
        "TransactGetItems", operation(new TransactGetItems(store)::get),
        "TransactWriteItems", operation(new TransactWriteItems(store)::write));
  }

  static JsonProtocol streams(DynamoDbStore store) {
    var streams = new DynamoDbStreams(store);
    return new JsonProtocol(
        "DynamoDBStreams_20120810",
        "1.0",
        Map.of(
            "ListStreams", operation(streams::list),
            "DescribeStream", operation(streams::describe),
            "GetShardIterator", operation(streams::iterator),
            "GetRecords", operation(streams::records)));
  }

  private static Operation operation(Function<InputStructure, ObjectNode> operation) {
    return (input, request) -> operation.apply(new InputStructure(input));
  }
}
