package dev.heddle.localstack.aws.dynamodb;

import static dev.heddle.localstack.aws.dynamodb.ContractTarget.key;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.n;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.OperationType;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamStatus;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** DynamoDB Streams as the API reference describes them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamContractTest {
  @RegisterExtension static final ContractTarget TARGET = new ContractTarget();

  private DynamoDbClient client;
  private DynamoDbStreamsClient streams;

  @BeforeAll
  void useTarget() {
    client = TARGET.client();
    streams = TARGET.streams();
  }

  private String table(StreamViewType view) {
    return TARGET.table(
        "", c -> c.streamSpecification(s -> s.streamEnabled(true).streamViewType(view)));
  }

  private String arn(String table) {
    return client.describeTable(d -> d.tableName(table)).table().latestStreamArn();
  }

  private String iterator(String arn, ShardIteratorType type) {
    String shard =
        streams
            .describeStream(d -> d.streamArn(arn))
            .streamDescription()
            .shards()
            .getFirst()
            .shardId();
    return streams
        .getShardIterator(g -> g.streamArn(arn).shardId(shard).shardIteratorType(type))
        .shardIterator();
  }

  private List<Record> records(String iterator, int expected) {
    List<Record> records = new ArrayList<>();
    String[] at = {iterator};
    Eventually.until(
        () -> {
          String from = at[0];
          var answer = streams.getRecords(g -> g.shardIterator(from).limit(2));
          records.addAll(answer.records());
          at[0] = answer.nextShardIterator();
          return records.size() >= expected;
        });
    return records;
  }

  private void changes(String table) {
    client.putItem(p -> p.tableName(table).item(Map.of("pk", s("a"), "x", n(1))));
    client.putItem(p -> p.tableName(table).item(Map.of("pk", s("a"), "x", n(1))));
    client.updateItem(
        u ->
            u.tableName(table)
                .key(key("a"))
                .updateExpression("SET x = :two")
                .expressionAttributeValues(Map.of(":two", n(2))));
    client.deleteItem(d -> d.tableName(table).key(key("a")));
    client.deleteItem(d -> d.tableName(table).key(key("a")));
  }

  @Test
  void hasEveryChangeWithBothImages() {
    String table = table(StreamViewType.NEW_AND_OLD_IMAGES);
    changes(table);
    var records = records(iterator(arn(table), ShardIteratorType.TRIM_HORIZON), 3);
    assertThat(records)
        .extracting(Record::eventName)
        .containsExactly(OperationType.INSERT, OperationType.MODIFY, OperationType.REMOVE);
    assertThat(records).allSatisfy(r -> assertThat(r.dynamodb().keys()).isEqualTo(key("a")));
    assertThat(records.get(0).dynamodb().hasOldImage()).isFalse();
    assertThat(records.get(0).dynamodb().newImage()).containsEntry("x", n(1));
    assertThat(records.get(1).dynamodb().oldImage()).containsEntry("x", n(1));
    assertThat(records.get(1).dynamodb().newImage()).containsEntry("x", n(2));
    assertThat(records.get(2).dynamodb().oldImage()).containsEntry("x", n(2));
    assertThat(records.get(2).dynamodb().hasNewImage()).isFalse();
    assertThat(records).extracting(r -> r.dynamodb().sequenceNumber()).isSorted();
  }

  @Test
  void showsWhatItsViewHas() {
    String table = table(StreamViewType.KEYS_ONLY);
    changes(table);
    var records = records(iterator(arn(table), ShardIteratorType.TRIM_HORIZON), 3);
    assertThat(records)
        .allSatisfy(
            r -> {
              assertThat(r.dynamodb().hasNewImage()).isFalse();
              assertThat(r.dynamodb().hasOldImage()).isFalse();
            });
  }

  @Test
  void goesOnFromTheLatestOrASequenceNumber() {
    String table = table(StreamViewType.NEW_IMAGE);
    String arn = arn(table);
    client.putItem(p -> p.tableName(table).item(key("before")));
    String latest = iterator(arn, ShardIteratorType.LATEST);
    client.putItem(p -> p.tableName(table).item(key("after")));
    Record after = records(latest, 1).getFirst();
    assertThat(after.dynamodb().keys()).isEqualTo(key("after"));
    assertThat(from(arn, ShardIteratorType.AT_SEQUENCE_NUMBER, after)).hasSize(1);
    assertThat(from(arn, ShardIteratorType.AFTER_SEQUENCE_NUMBER, after)).isEmpty();
  }

  private List<Record> from(String arn, ShardIteratorType type, Record record) {
    String shard =
        streams
            .describeStream(d -> d.streamArn(arn))
            .streamDescription()
            .shards()
            .getFirst()
            .shardId();
    String iterator =
        streams
            .getShardIterator(
                g ->
                    g.streamArn(arn)
                        .shardId(shard)
                        .shardIteratorType(type)
                        .sequenceNumber(record.dynamodb().sequenceNumber()))
            .shardIterator();
    return streams.getRecords(g -> g.shardIterator(iterator)).records();
  }

  @Test
  void hasTheChangesOfATransaction() {
    String table = table(StreamViewType.KEYS_ONLY);
    client.transactWriteItems(
        t ->
            t.transactItems(
                i -> i.put(p -> p.tableName(table).item(key("a"))),
                i -> i.put(p -> p.tableName(table).item(key("b")))));
    assertThat(records(iterator(arn(table), ShardIteratorType.TRIM_HORIZON), 2)).hasSize(2);
  }

  @Test
  void isListedAndDescribed() {
    String table = table(StreamViewType.OLD_IMAGE);
    String arn = arn(table);
    assertThat(streams.listStreams(l -> l.tableName(table)).streams())
        .singleElement()
        .satisfies(s -> assertThat(s.streamArn()).isEqualTo(arn));
    var description = streams.describeStream(d -> d.streamArn(arn)).streamDescription();
    assertThat(description.streamStatus()).isEqualTo(StreamStatus.ENABLED);
    assertThat(description.streamViewType()).isEqualTo(StreamViewType.OLD_IMAGE);
    assertThat(description.tableName()).isEqualTo(table);
  }

  @Test
  void endsWhenItIsDisabled() {
    String table = table(StreamViewType.NEW_IMAGE);
    String arn = arn(table);
    client.putItem(p -> p.tableName(table).item(key("a")));
    client.updateTable(u -> u.tableName(table).streamSpecification(s -> s.streamEnabled(false)));
    client.waiter().waitUntilTableExists(d -> d.tableName(table));
    Eventually.until(
        () ->
            streams
                    .describeStream(d -> d.streamArn(arn))
                    .streamDescription()
                    .shards()
                    .getFirst()
                    .sequenceNumberRange()
                    .endingSequenceNumber()
                != null);
    client.putItem(p -> p.tableName(table).item(key("b")));
    String at = iterator(arn, ShardIteratorType.TRIM_HORIZON);
    int read = 0;
    while (at != null) {
      String from = at;
      var answer = streams.getRecords(g -> g.shardIterator(from));
      read += answer.records().size();
      at = answer.nextShardIterator();
    }
    assertThat(read).isEqualTo(1);
  }

  @Test
  void refusesAStreamThatIsNotThere() {
    String arn = arn(table(StreamViewType.NEW_IMAGE)).replace("contract", "nothing");
    assertThatThrownBy(() -> streams.describeStream(d -> d.streamArn(arn)))
        .isInstanceOf(ResourceNotFoundException.class);
  }
}
