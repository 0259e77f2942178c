package dev.heddle.localstack.aws.dynamodb;

import dev.heddle.localstack.aws.dynamodb.item.BatchReads;
import dev.heddle.localstack.aws.dynamodb.item.BatchWrites;
import dev.heddle.localstack.aws.dynamodb.item.PointReads;
import dev.heddle.localstack.aws.dynamodb.item.Queries;
import dev.heddle.localstack.aws.dynamodb.item.SingleWrites;
import dev.heddle.localstack.aws.dynamodb.item.TransactReads;
import dev.heddle.localstack.aws.dynamodb.item.TransactWrites;
import dev.heddle.localstack.aws.dynamodb.request.Input;
import dev.heddle.localstack.aws.dynamodb.store.Store;
import dev.heddle.localstack.aws.dynamodb.stream.Streams;
import dev.heddle.localstack.aws.dynamodb.table.Backfill;
import dev.heddle.localstack.aws.dynamodb.table.Backups;
import dev.heddle.localstack.aws.dynamodb.table.Service;
import dev.heddle.localstack.aws.dynamodb.table.TableUpdates;
import dev.heddle.localstack.aws.dynamodb.table.Tables;
import dev.heddle.localstack.aws.dynamodb.table.Tags;
import dev.heddle.localstack.aws.dynamodb.table.TimeToLive;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import dev.heddle.localstack.aws.edge.JsonProtocol.Operation;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Every operation by its name. */
final class Operations {
  private Operations() {}

  static JsonProtocol tables(Store store, Backfill backfill) {
    Map<String, Operation> operations = new HashMap<>(items(store));
    var tables = new Tables(store);
    operations.put("CreateTable", operation(tables::create));
    operations.put("DescribeTable", operation(tables::describe));
    operations.put("DeleteTable", operation(tables::delete));
    operations.put("ListTables", operation(tables::list));
    operations.put("UpdateTable", operation(new TableUpdates(store, backfill)::update));
    operations.put("UpdateTimeToLive", operation(new TimeToLive(store)::update));
    operations.put("DescribeTimeToLive", operation(new TimeToLive(store)::describe));
    operations.put("UpdateContinuousBackups", operation(new Backups(store)::update));
    operations.put("DescribeContinuousBackups", operation(new Backups(store)::describe));
    operations.put("TagResource", operation(new Tags(store)::tag));
    operations.put("UntagResource", operation(new Tags(store)::untag));
    operations.put("ListTagsOfResource", operation(new Tags(store)::list));
    operations.put("DescribeLimits", operation(Service::limits));
    operations.put("DescribeEndpoints", (input, request) -> Service.endpoints(request));
    return new JsonProtocol("DynamoDB_20120810", "1.0", operations);
  }

  private static Map<String, Operation> items(Store store) {
    var writes = new SingleWrites(store);
    var queries = new Queries(store);
    return Map.of(
        "PutItem", operation(writes::put),
        "UpdateItem", operation(writes::update),
        "DeleteItem", operation(writes::delete),
        "GetItem", operation(new PointReads(store)::get),
        "Query", operation(queries::query),
        "Scan", operation(queries::scan),
        "BatchGetItem", operation(new BatchReads(store)::get),
        "BatchWriteItem", operation(new BatchWrites(store)::write),
        "TransactGetItems", operation(new TransactReads(store)::get),
        "TransactWriteItems", operation(new TransactWrites(store)::write));
  }

  static JsonProtocol streams(Store store) {
    var streams = new Streams(store);
    return new JsonProtocol(
        "DynamoDBStreams_20120810",
        "1.0",
        Map.of(
            "ListStreams", operation(streams::list),
            "DescribeStream", operation(streams::describe),
            "GetShardIterator", operation(streams::iterator),
            "GetRecords", operation(streams::records)));
  }

  private static Operation operation(Function<Input, ObjectNode> operation) {
    return (input, request) -> operation.apply(new Input(input));
  }
}
