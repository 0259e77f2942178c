package dev.heddle.localstack.aws.dynamodb;

import static dev.heddle.localstack.aws.dynamodb.ContractTarget.key;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.n;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.s;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** What was answered is there after a stop, and after a kill in the middle of writes. */
class RestartTest {
  static final String TABLE = "restarted";
  private static final int ENOUGH = 400;

  @TempDir Path folder;

  static void makeTable(DynamoDbClient client) {
    client.createTable(
        c ->
            c.tableName(TABLE)
                .billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(
                    d -> d.attributeName("pk").attributeType("S"),
                    d -> d.attributeName("writer").attributeType("N"))
                .keySchema(k -> k.attributeName("pk").keyType(KeyType.HASH))
                .globalSecondaryIndexes(
                    g ->
                        g.indexName("by-writer")
                            .keySchema(k -> k.attributeName("writer").keyType(KeyType.HASH))
                            .projection(p -> p.projectionType(ProjectionType.ALL)))
                .streamSpecification(
                    s -> s.streamEnabled(true).streamViewType(StreamViewType.KEYS_ONLY)));
  }

  @Test
  void keepsEverythingAcrossAStop() {
    try (var service = new DynamoDb(folder, InstantSource.system());
        var client = InProcess.client(service)) {
      makeTable(client);
      client.tagResource(
          t ->
              t.resourceArn(client.describeTable(d -> d.tableName(TABLE)).table().tableArn())
                  .tags(tag -> tag.key("k").value("v")));
      client.updateTimeToLive(
          u ->
              u.tableName(TABLE)
                  .timeToLiveSpecification(t -> t.enabled(true).attributeName("until")));
      client.putItem(p -> p.tableName(TABLE).item(Map.of("pk", s("a"), "writer", n(1))));
    }
    try (var service = new DynamoDb(folder, InstantSource.system());
        var client = InProcess.client(service);
        var streams = InProcess.streams(service)) {
      assertThat(client.getItem(g -> g.tableName(TABLE).key(key("a"))).item()).hasSize(2);
      var table = client.describeTable(d -> d.tableName(TABLE)).table();
      assertThat(table.globalSecondaryIndexes()).hasSize(1);
      assertThat(table.itemCount()).isEqualTo(1);
      assertThat(client.listTagsOfResource(l -> l.resourceArn(table.tableArn())).tags()).hasSize(1);
      assertThat(streams.listStreams(l -> l.tableName(TABLE)).streams()).hasSize(1);
      String attribute =
          client
              .describeTimeToLive(d -> d.tableName(TABLE))
              .timeToLiveDescription()
              .attributeName();
      assertThat(attribute).isEqualTo("until");
    }
  }

  @Test
  void keepsEveryAnsweredWriteWhenKilled() throws Exception {
    Set<String> answered = new HashSet<>();
    for (int round = 0; round < 2; round++) {
      answered.addAll(writeUntilKilled(round));
    }
    try (var service = new DynamoDb(folder, InstantSource.system());
        var client = InProcess.client(service)) {
      Set<String> kept = new HashSet<>();
      client
          .scanPaginator(scan -> scan.tableName(TABLE).consistentRead(true))
          .items()
          .forEach(item -> kept.add(item.get("pk").s()));
      assertThat(kept).containsAll(answered);
      Set<String> indexed = new HashSet<>();
      client
          .scanPaginator(scan -> scan.tableName(TABLE).indexName("by-writer"))
          .items()
          .forEach(item -> indexed.add(item.get("pk").s()));
      assertThat(indexed).isEqualTo(kept);
    }
  }

  private List<String> writeUntilKilled(int round) throws IOException, InterruptedException {
    Process child =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                RestartWriter.class.getName(),
                folder.toString(),
                Integer.toString(round))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> answered = new ArrayList<>();
    try (var lines =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      String line;
      while ((line = lines.readLine()) != null) {
        answered.add(line);
        if (answered.size() == ENOUGH) {
          child.toHandle().destroyForcibly(); // leaves open what it has printed
        }
      }
    } finally {
      child.destroyForcibly();
      assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(answered).hasSizeGreaterThanOrEqualTo(ENOUGH);
    String last = answered.getLast();
    return last.endsWith(".") ? answered : answered.subList(0, answered.size() - 1);
  }
}
