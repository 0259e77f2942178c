package dev.heddle.localstack.aws.edge;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Answers with what it was sent; {@code /slow} waits until it is let go, {@code /bug} throws. */
final class EchoService implements AwsService {
  final CountDownLatch entered = new CountDownLatch(1);
  final CountDownLatch release = new CountDownLatch(1);
  volatile boolean closed;

  @Override
  public String name() {
    return "echo";
  }

  @Override
  public boolean claims(AwsRequest request) {
    return !request.path().equals("/nobody");
  }

  @Override
  public AwsResponse answer(AwsRequest request) {
    if (request.path().equals("/slow")) {
      awaitRelease();
    }
    if (request.path().equals("/bug")) {
      throw new IllegalStateException("secret detail");
    }
    String seen = request.method() + " " + request.path() + " " + request.query() + " ";
    return new AwsResponse(
        200,
        Map.of("x-crc", request.header("x-amz-checksum-crc32").orElse("none")),
        (seen + new String(request.body(), UTF_8)).getBytes(UTF_8));
  }

  @Override
  public void close() {
    closed = true;
  }

  private void awaitRelease() {
    entered.countDown();
    try {
      release.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
