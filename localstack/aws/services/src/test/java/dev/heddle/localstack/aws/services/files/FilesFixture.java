package dev.heddle.localstack.aws.services.files;

import dev.heddle.localstack.aws.edge.AwsEdge;
import dev.heddle.localstack.aws.services.ManualClock;
import dev.heddle.localstack.aws.services.Sdk;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** A bucket behind an edge, the SDK's client to it and plain HTTP. */
abstract class FilesFixture {
  @TempDir Path folder;
  final ManualClock clock = new ManualClock("2026-03-01T10:00:00Z");
  S3Service buckets;
  AwsEdge edge;
  S3Client s3;

  @BeforeEach
  void start() {
    buckets = new S3Service(folder, clock);
    edge = new AwsEdge(List.of(buckets)).start("127.0.0.1", 0);
    s3 = Sdk.over(edge, S3Client.builder());
    s3.createBucket(b -> b.bucket("box"));
  }

  @AfterEach
  void stop() {
    s3.close();
    edge.close();
  }

  void put(String key, String text) {
    s3.putObject(p -> p.bucket("box").key(key), RequestBody.fromString(text));
  }

  String text(String key) {
    return s3.getObjectAsBytes(g -> g.bucket("box").key(key)).asUtf8String();
  }

  HttpResponse<String> http(String method, String pathAndQuery, String body, String... headers)
      throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edge.port() + pathAndQuery))
            .method(method, HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }
}
