package dev.heddle.localstack.aws.dynamodb;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntFunction;

/**
 * How many requests a second the service answers, each a JSON body in and out, and how that relates
 * to what the disk syncs a second. Run it with {@code mvn -pl localstack/aws/dynamodb test-compile}
 * and the test class path; it asserts nothing.
 */
final class DynamoDbBenchmark {
  private static final int SECONDS = 3;
  private static final String DATA = "x".repeat(500);

  private final DynamoDb service;
  private final double syncs;

  private DynamoDbBenchmark(DynamoDb service, double syncs) {
    this.service = service;
    this.syncs = syncs;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("dynamodb-benchmark");
    double syncs = syncs(folder.resolve("syncs"));
    System.out.printf(Locale.ROOT, "the disk: %,.0f syncs/s%n", syncs);
    try (var service = new DynamoDb(folder, InstantSource.system())) {
      var benchmark = new DynamoDbBenchmark(service, syncs);
      benchmark.run();
    } finally {
      ContractTarget.delete(folder);
    }
  }

  private void run() throws InterruptedException {
    makeTable("plain", "");
    makeTable(
        "indexed",
        """
        ,"GlobalSecondaryIndexes":[{"IndexName":"gsi","Projection":{"ProjectionType":"ALL"},
        "KeySchema":[{"AttributeName":"g","KeyType":"HASH"}]}],
        "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_AND_OLD_IMAGES"}\
        """);
    for (int writers : new int[] {1, 4, 16, 64}) {
      measure("put", writers, i -> put("plain", i, ""));
    }
    measure("put if absent", 16, i -> put("plain", -i, ABSENT));
    measure("put, index, stream", 16, i -> put("indexed", i, ""));
    measure("add to a counter", 16, this::add);
    measure("transaction of 4 puts", 16, this::transact);
    measure("get", 4, this::get);
    measure("query of 10", 4, this::query);
  }

  private static final String ABSENT = ",\"ConditionExpression\":\"attribute_not_exists(pk)\"";

  private void makeTable(String name, String more) {
    String definitions =
        "{\"AttributeName\":\"pk\",\"AttributeType\":\"S\"},{\"AttributeName\":\"sk\",\"AttributeType\":\"N\"}";
    String indexed = more.isEmpty() ? "" : ",{\"AttributeName\":\"g\",\"AttributeType\":\"S\"}";
    send(
        "CreateTable",
        "{\"TableName\":\""
            + name
            + "\",\"BillingMode\":\"PAY_PER_REQUEST\",\"AttributeDefinitions\":["
            + definitions
            + indexed
            + "],\"KeySchema\":[{\"AttributeName\":\"pk\",\"KeyType\":\"HASH\"},"
            + "{\"AttributeName\":\"sk\",\"KeyType\":\"RANGE\"}]"
            + more
            + "}");
  }

  private AwsResponse send(String operation, String body) {
    AwsResponse response =
        service.answer(
            new AwsRequest(
                "POST",
                "/",
                "",
                Map.of("x-amz-target", List.of("DynamoDB_20120810." + operation)),
                body.getBytes(StandardCharsets.UTF_8)));
    if (response.status() != 200) {
      throw new IllegalStateException(new String(response.body(), StandardCharsets.UTF_8));
    }
    return response;
  }

  private static String key(int i) {
    return "\"pk\":{\"S\":\"TENANT#" + i / 100 + "\"},\"sk\":{\"N\":\"" + i % 100 + "\"}";
  }

  private AwsResponse put(String table, int i, String more) {
    return send("PutItem", "{\"TableName\":\"" + table + "\"," + item(i) + more + "}");
  }

  private static String item(int i) {
    return "\"Item\":{"
        + key(i)
        + ",\"g\":{\"S\":\"g"
        + i % 1_000
        + "\"},\"version\":{\"N\":\"1\"},\"data\":{\"S\":\""
        + DATA
        + "\"}}";
  }

  private AwsResponse add(int i) {
    return send(
        "UpdateItem",
        "{\"TableName\":\"plain\",\"Key\":{"
            + key(i % 50)
            + "},\"UpdateExpression\":\"ADD hits :one\","
            + "\"ExpressionAttributeValues\":{\":one\":{\"N\":\"1\"}}}");
  }

  private AwsResponse transact(int i) {
    var items = new StringBuilder();
    for (int part = 0; part < 4; part++) {
      items
          .append(part == 0 ? "" : ",")
          .append("{\"Put\":{\"TableName\":\"plain\",")
          .append(item(10_000_000 + 4 * i + part))
          .append("}}");
    }
    return send("TransactWriteItems", "{\"TransactItems\":[" + items + "]}");
  }

  private AwsResponse get(int i) {
    return send("GetItem", "{\"TableName\":\"plain\",\"Key\":{" + key(i % 5_000) + "}}");
  }

  private AwsResponse query(int i) {
    return send(
        "Query",
        "{\"TableName\":\"plain\",\"KeyConditionExpression\":\"pk = :p\",\"Limit\":10,"
            + "\"ExpressionAttributeValues\":{\":p\":{\"S\":\"TENANT#"
            + i % 50
            + "\"}}}");
  }

  private void measure(String what, int callers, IntFunction<AwsResponse> request)
      throws InterruptedException {
    var done = new LongAdder();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS);
    try (var threads = Executors.newFixedThreadPool(callers)) {
      for (int caller = 0; caller < callers; caller++) {
        int first = 1 + caller * 1_000_000;
        threads.submit(
            () -> {
              for (int i = first; System.nanoTime() < end; i++) {
                request.apply(i);
                done.increment();
              }
            });
      }
    }
    double each = done.sum() / (double) SECONDS;
    System.out.printf(
        Locale.ROOT,
        "%-22s %3d callers %,9.0f/s  %5.2f per sync%n",
        what,
        callers,
        each,
        each / syncs);
  }

  private static double syncs(Path file) throws IOException {
    int count = 0;
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(1);
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      while (System.nanoTime() < end) {
        channel.write(ByteBuffer.allocate(4_096));
        channel.force(false);
        count++;
      }
    }
    return count;
  }
}
