package dev.heddle.localstack.aws.dynamodb;

import static dev.heddle.localstack.aws.dynamodb.ContractTarget.n;
import static dev.heddle.localstack.aws.dynamodb.ContractTarget.s;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Executors;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A process that writes with eight writers and prints each key once its write is answered. */
final class RestartWriter {
  private static final int WRITERS = 8;

  private RestartWriter() {}

  public static void main(String[] arguments) {
    var service = new DynamoDb(Path.of(arguments[0]), InstantSource.system());
    DynamoDbClient client = InProcess.client(service);
    if (arguments[1].equals("0")) {
      RestartTest.makeTable(client);
    }
    var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (var writers = Executors.newFixedThreadPool(WRITERS)) {
      for (int writer = 0; writer < WRITERS; writer++) {
        int mine = writer;
        writers.submit(() -> write(client, arguments[1] + "-" + mine, mine, out));
      }
    }
  }

  private static void write(DynamoDbClient client, String prefix, int writer, PrintStream out) {
    for (int i = 0; ; i++) {
      String pk = prefix + "-" + i + ".";
      var item = Map.of("pk", s(pk), "writer", n(writer), "data", s("x".repeat(500)));
      client.putItem(p -> p.tableName(RestartTest.TABLE).item(item));
      synchronized (out) {
        out.println(pk);
      }
    }
  }
}
