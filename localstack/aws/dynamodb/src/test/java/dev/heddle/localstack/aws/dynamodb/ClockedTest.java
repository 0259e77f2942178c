package dev.heddle.localstack.aws.dynamodb;

import static dev.heddle.localstack.aws.dynamodb.ContractTarget.key;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.n;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.s;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.localstack.aws.dynamodb.stream.StreamRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ExpiredIteratorException;
import software.amazon.awssdk.services.dynamodb.model.IdempotentParameterMismatchException;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ShardIteratorType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;
import software.amazon.awssdk.services.dynamodb.streams.DynamoDbStreamsClient;

/** What happens as time goes by, on a clock of the test's own, and what listeners see of it. */
class ClockedTest {
  private static final String TABLE = "clocked";

  private final SettableClock clock = new SettableClock();
  private final List<StreamRecord> seen = new CopyOnWriteArrayList<>();
  private DynamoDb service;
  private DynamoDbClient client;
  private DynamoDbStreamsClient streams;

  @BeforeEach
  void start(@TempDir Path folder) {
    service = new DynamoDb(folder, clock);
    client = InProcess.client(service);
    streams = InProcess.streams(service);
    client.createTable(
        c ->
            c.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(d -> d.attributeName("pk").attributeType("S"))
                .keySchema(k -> k.attributeName("pk").keyType(KeyType.HASH))
                .streamSpecification(
                    s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES)));
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private void expireBy(String attribute) {
    client.updateTimeToLive(
        u ->
            u.tableName(TABLE)
                .timeToLiveSpecification(t -> t.enabled(true).attributeName(attribute)));
  }

  private void put(String pk, Duration expiry) {
    long seconds = clock.instant().plus(expiry).getEpochSecond();
    client.putItem(p -> p.tableName(TABLE).item(Map.of("pk", s(pk), "until", n(seconds))));
  }

  private boolean exists(String pk) {
    return client.getItem(g -> g.tableName(TABLE).key(key(pk))).hasItem();
  }

  @Test
  void deletesWhatHasExpired() {
    expireBy("until");
    put("soon", Duration.ofMinutes(1));
    put("later", Duration.ofDays(1));
    put("long-ago", Duration.ofDays(-6 * 365));
    client.putItem(p -> p.tableName(TABLE).item(Map.of("pk", s("text"), "until", s("1"))));
    client.putItem(p -> p.tableName(TABLE).item(key("never")));
    clock.advance(Duration.ofMinutes(2));
    Eventually.until(() -> !exists("soon"));
    for (String kept : List.of("later", "long-ago", "text", "never")) {
      assertThat(exists(kept)).as(kept).isTrue();
    }
  }

  @Test
  void deletesWhatExpiredBeforeExpiryWasEnabled() {
    for (int i = 0; i < 250; i++) {
      put("old-" + i, Duration.ofMinutes(-1));
    }
    expireBy("until");
    Eventually.until(() -> client.scan(scan -> scan.tableName(TABLE)).count() == 0);
  }

  @Test
  void showsExpiryInTheStream() {
    service.onChange(seen::add);
    expireBy("until");
    put("soon", Duration.ofMinutes(-1));
    Eventually.until(() -> seen.size() == 2);
    StreamRecord removed = seen.getLast();
    assertThat(removed.tableName()).isEqualTo(TABLE);
    assertThat(removed.eventName()).isEqualTo("REMOVE");
    assertThat(removed.json().at("/userIdentity/PrincipalId").stringValue())
        .isEqualTo("dynamodb.amazonaws.com");
    assertThat(removed.json().at("/dynamodb/OldImage/pk/S").stringValue()).isEqualTo("soon");
  }

  @Test
  void callsListenersInOrderUntilTheyAreClosed() throws Exception {
    var registration = service.onChange(seen::add);
    for (int i = 0; i < 100; i++) {
      int number = i;
      client.putItem(p -> p.tableName(TABLE).item(Map.of("pk", s("a"), "x", n(number))));
    }
    Eventually.until(() -> seen.size() == 100);
    assertThat(seen)
        .extracting(r -> r.json().at("/dynamodb/NewImage/x/N").stringValue())
        .startsWith("0", "1", "2")
        .endsWith("98", "99");
    registration.close();
    client.deleteItem(d -> d.tableName(TABLE).key(key("a")));
    assertThat(seen).hasSize(100);
  }

  @Test
  void survivesAListenerThatFails() {
    service.onChange(
        record -> {
          seen.add(record);
          throw new IllegalStateException("expected by this test");
        });
    client.putItem(p -> p.tableName(TABLE).item(key("a")));
    client.putItem(p -> p.tableName(TABLE).item(key("b")));
    Eventually.until(() -> seen.size() == 2);
  }

  @Test
  void forgetsTokensAfterTenMinutes() {
    Runnable first = () -> transact("a");
    first.run();
    assertThatThrownBy(() -> transact("b"))
        .isInstanceOf(IdempotentParameterMismatchException.class);
    clock.advance(Duration.ofMinutes(11));
    transact("b");
    assertThat(exists("b")).isTrue();
  }

  private void transact(String pk) {
    client.transactWriteItems(
        t ->
            t.clientRequestToken("token")
                .transactItems(i -> i.put(p -> p.tableName(TABLE).item(key(pk)))));
  }

  @Test
  void expiresIteratorsAfterFifteenMinutes() {
    String arn = client.describeTable(d -> d.tableName(TABLE)).table().latestStreamArn();
    var stream = streams.describeStream(d -> d.streamArn(arn)).streamDescription();
    String iterator =
        streams
            .getShardIterator(
                g ->
                    g.streamArn(arn)
                        .shardId(stream.shards().getFirst().shardId())
                        .shardIteratorType(ShardIteratorType.LATEST))
            .shardIterator();
    clock.advance(Duration.ofMinutes(16));
    assertThatThrownBy(() -> streams.getRecords(g -> g.shardIterator(iterator)))
        .isInstanceOf(ExpiredIteratorException.class);
  }
}
