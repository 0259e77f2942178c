package dev.heddle.localstack.aws.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AwsEdgeTest {
  private static final EdgeLimits SMALL = new EdgeLimits(1_000, 1, 4_096, Duration.ofMillis(20));

  private final EchoService echo = new EchoService();
  private final HttpClient client = HttpClient.newHttpClient();
  private AwsEdge edge;

  @BeforeEach
  void start() {
    edge = new AwsEdge(List.of(echo), SMALL).start("127.0.0.1", 0);
  }

  @AfterEach
  void stop() {
    edge.close();
    client.close();
    assertThat(echo.closed).isTrue();
  }

  @Test
  void handsTheRequestToTheServiceThatClaimsIt() throws Exception {
    var answer = send(to("/a%20b?x=1").POST(BodyPublishers.ofString("hello")));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("POST /a%20b x=1 hello");
    assertThat(answer.headers().firstValue("x-amzn-requestid")).isPresent();
  }

  @Test
  void wordsAnUnknownRequestInTheShapeOfTheClient() throws Exception {
    var json = send(to("/nobody").header("X-Amz-Target", "Nobody.Ask"));
    assertThat(json.statusCode()).isEqualTo(501);
    assertThat(json.body()).contains("\"__type\":\"NotImplemented\"").contains("Nobody.Ask");
    var query = send(to("/nobody").header("content-type", "application/x-www-form-urlencoded"));
    assertThat(query.body()).contains("<ErrorResponse><Error><Type>Receiver</Type>");
    assertThat(send(to("/nobody")).body()).contains("<Error><Code>NotImplemented</Code>");
  }

  @Test
  void aBugIsAnErrorWithoutItsDetail() throws Exception {
    var answer = send(to("/bug"));
    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).contains("InternalFailure").doesNotContain("secret detail");
  }

  @Test
  void refusesALargeBodyOfKnownAndOfUnknownLength() throws Exception {
    var known = send(to("/").POST(BodyPublishers.ofByteArray(new byte[1_001])));
    assertThat(known.statusCode()).isEqualTo(413);
    var stream = BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(new byte[1_001]));
    var unknown = send(to("/").POST(stream));
    assertThat(unknown.statusCode()).isEqualTo(413);
    assertThat(send(to("/").POST(BodyPublishers.ofByteArray(new byte[1_000]))).statusCode())
        .isEqualTo(200);
  }

  @Test
  void refusesALargeBodyInProcessToo() {
    var request = new AwsRequest("POST", "/", "", Map.of(), new byte[1_001]);
    assertThat(edge.answer(request).status()).isEqualTo(413);
  }

  @Test
  void refusesMoreRequestsThanItsLimit() throws Exception {
    CompletableFuture<HttpResponse<String>> slow =
        client.sendAsync(to("/slow").build(), BodyHandlers.ofString());
    echo.entered.await();
    assertThat(send(to("/")).statusCode()).isEqualTo(503);
    echo.release.countDown();
    assertThat(slow.join().statusCode()).isEqualTo(200);
    assertThat(send(to("/")).statusCode()).isEqualTo(200);
  }

  @Test
  void answersPagesOfThisMachineOnly() throws Exception {
    var foreign = send(to("/").header("Origin", "https://evil.example"));
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(send(to("/").header("Sec-Fetch-Site", "cross-site")).statusCode()).isEqualTo(403);
    assertThat(send(to("/").header("Origin", "null")).statusCode()).isEqualTo(403);
    var local = send(to("/").header("Origin", "http://localhost:8080"));
    assertThat(local.statusCode()).isEqualTo(200);
    assertThat(local.headers().firstValue("access-control-allow-origin"))
        .contains("http://localhost:8080");
  }

  @Test
  void answersAPreflightItself() throws Exception {
    var answer =
        send(
            to("/")
                .method("OPTIONS", BodyPublishers.noBody())
                .header("Origin", "http://localhost:8080")
                .header("Access-Control-Request-Method", "PUT"));
    assertThat(answer.body()).isEmpty();
    assertThat(answer.headers().firstValue("access-control-allow-methods")).isPresent();
  }

  @Test
  void saysWhichPortIsTaken() {
    try (var second = new AwsEdge(List.of())) {
      assertThatThrownBy(() -> second.start("127.0.0.1", edge.port()))
          .hasMessageContaining("127.0.0.1:" + edge.port())
          .hasMessageContaining("choose another port");
    }
  }

  private HttpRequest.Builder to(String pathAndQuery) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edge.port() + pathAndQuery));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
