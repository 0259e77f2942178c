package dev.heddle.localstack.aws.dynamodb.stream;

import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.request.RequestConstraints;
import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.schema.StreamSettings;
import dev.heddle.localstack.aws.dynamodb.store.ChangeLog.Change;
import dev.heddle.localstack.aws.dynamodb.store.DynamoDbStore;
import dev.heddle.localstack.aws.edge.AwsFault;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The operations of DynamoDB Streams; a stream has one shard. */
public final class DynamoDbStreams {
  private static final String SHARD = "shardId-00000000000000000000-00000001";
  private static final Duration ITERATOR_LIFE = Duration.ofMinutes(15);
  private static final int RECORDS = 1_000;
  private static final int STREAMS = 100;
  private static final int ANSWER = 1_024 * 1_024;

  private final DynamoDbStore store;

  private record Stream(DynamoDbTable table, StreamSettings settings, String arn) {}

  /** The streams of the store's tables. */
  public DynamoDbStreams(DynamoDbStore store) {
    this.store = store;
  }

  /** Lists streams, of one table or all. */
  public ObjectNode list(InputStructure input) {
    Integer limit = input.whole("Limit");
    new RequestConstraints().range("limit", limit, 1, STREAMS).enforce();
    List<Stream> left = left(input.text("TableName"), input.text("ExclusiveStartStreamArn"));
    int size = Math.min(left.size(), limit == null ? STREAMS : limit);
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode streams = answer.putArray("Streams");
    for (Stream stream : left.subList(0, size)) {
      streams
          .addObject()
          .put("StreamArn", stream.arn())
          .put("TableName", stream.table().name())
          .put("StreamLabel", stream.settings().label());
    }
    if (size < left.size()) {
      answer.put("LastEvaluatedStreamArn", left.get(size - 1).arn());
    }
    return answer;
  }

  private List<Stream> left(@Nullable String tableName, @Nullable String after) {
    return store.catalog().all().stream()
        .filter(table -> table.stream() != null)
        .filter(table -> tableName == null || table.name().equals(DynamoDbTable.nameOf(tableName)))
        .map(DynamoDbStreams::stream)
        .filter(stream -> after == null || stream.arn().compareTo(after) > 0)
        .toList();
  }

  /** Describes a stream and its shard. */
  public ObjectNode describe(InputStructure input) {
    Stream stream = stream(input.text("StreamArn"));
    DynamoDbTable table = stream.table();
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode description = answer.putObject("StreamDescription");
    description
        .put("StreamArn", stream.arn())
        .put("StreamLabel", stream.settings().label())
        .put("StreamStatus", stream.settings().enabled() ? "ENABLED" : "DISABLED")
        .put("StreamViewType", stream.settings().view().name())
        .put("CreationRequestDateTime", table.created() / 1_000.0)
        .put("TableName", table.name());
    keys(description.putArray("KeySchema"), table);
    ArrayNode shards = description.putArray("Shards");
    if (!SHARD.equals(input.text("ExclusiveStartShardId"))) {
      shard(shards.addObject(), stream);
    }
    return answer;
  }

  private static void keys(ArrayNode schema, DynamoDbTable table) {
    for (String key : table.keys().names()) {
      String kind = schema.isEmpty() ? "HASH" : "RANGE";
      schema.addObject().put("AttributeName", key).put("KeyType", kind);
    }
  }

  private void shard(ObjectNode shard, Stream stream) {
    ObjectNode range = shard.put("ShardId", SHARD).putObject("SequenceNumberRange");
    range.put(
        "StartingSequenceNumber", StreamRecordWriter.sequence(store.changes().first(stream.arn())));
    if (!stream.settings().enabled()) {
      range.put("EndingSequenceNumber", StreamRecordWriter.sequence(store.changes().last()));
    }
  }

  /** Gives an iterator. */
  public ObjectNode iterator(InputStructure input) {
    String shard = input.text("ShardId");
    ShardPosition position = ShardPosition.read(input);
    new RequestConstraints().present("shardId", shard).enforce();
    Stream stream = stream(input.text("StreamArn"));
    if (!SHARD.equals(shard)) {
      throw DynamoDbFaults.notFound("Requested resource not found: Shard does not exist");
    }
    long after = position.after(store.changes());
    var iterator = new ShardIterator(stream.arn(), after, store.clock().millis());
    return JsonNodeFactory.instance.objectNode().put("ShardIterator", iterator.text());
  }

  /** Reads records and gives the iterator that goes on after them. */
  public ObjectNode records(InputStructure input) {
    String text = input.text("ShardIterator");
    Integer limit = input.whole("Limit");
    new RequestConstraints()
        .present("shardIterator", text)
        .range("limit", limit, 1, RECORDS)
        .enforce();
    ShardIterator from = ShardIterator.parse(Objects.requireNonNull(text));
    if (from.issued() + ITERATOR_LIFE.toMillis() < store.clock().millis()) {
      throw new AwsFault(
          "ExpiredIteratorException",
          "Iterator expired. The iterator was created at time " + from.issued());
    }
    Stream stream = stream(from.streamArn());
    int most = limit == null ? RECORDS : limit;
    List<Change> changes = store.changes().of(stream.arn(), from.after(), most);
    return records(stream, from, changes);
  }

  private ObjectNode records(Stream stream, ShardIterator from, List<Change> changes) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode records = answer.putArray("Records");
    long after = from.after();
    long bytes = 0;
    for (Change change : changes) {
      ObjectNode record = StreamRecordWriter.json(change, stream.settings().view().name());
      bytes += record.path("dynamodb").path("SizeBytes").asLong();
      if (bytes > ANSWER && !records.isEmpty()) {
        break;
      }
      records.add(record);
      after = change.sequence();
    }
    if (stream.settings().enabled() || !changes.isEmpty()) {
      var next = new ShardIterator(stream.arn(), after, store.clock().millis());
      answer.put("NextShardIterator", next.text());
    }
    return answer;
  }

  private Stream stream(@Nullable String arn) {
    new RequestConstraints()
        .present("streamArn", arn)
        .length("streamArn", arn, 37, 1_024)
        .enforce();
    DynamoDbTable table = store.catalog().find(String.valueOf(arn));
    if (table == null || !Objects.equals(table.streamArn(), arn)) {
      throw DynamoDbFaults.notFound("Requested resource not found: Stream: " + arn + " not found");
    }
    return stream(table);
  }

  private static Stream stream(DynamoDbTable table) {
    return new Stream(
        table, Objects.requireNonNull(table.stream()), Objects.requireNonNull(table.streamArn()));
  }
}
