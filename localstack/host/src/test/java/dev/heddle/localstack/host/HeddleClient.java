package dev.heddle.localstack.host;

import dev.heddle.functions.spec.shape.WireJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;

/** A caller of a running Heddle, as a member of a workspace or as no one. */
final class HeddleClient {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  private final String url;
  private final String token;
  private final String slug;

  private HeddleClient(String url, String token, String slug) {
    this.url = url;
    this.token = token;
    this.slug = slug;
  }

  /** Someone without a token. */
  static HeddleClient anyone(String url) {
    return new HeddleClient(url, "", "");
  }

  /** Someone with this token. */
  static HeddleClient bearing(String url, String token) {
    return new HeddleClient(url, token, "");
  }

  /** A new person in a workspace of their own. */
  static HeddleClient signUp(String url) throws IOException, InterruptedException {
    String name = "p" + UUID.randomUUID().toString().substring(0, 8);
    Map<String, String> account =
        Map.of(
            "email",
            name + "@example.com",
            "password",
            "a-long-enough-one",
            "name",
            name,
            "workspace",
            name);
    return session(url, anyone(url).post("/api/v1/auth/signup", account));
  }

  /** The demo workspace's owner. */
  static HeddleClient demo(String url) throws IOException, InterruptedException {
    return session(
        url,
        anyone(url)
            .post(
                "/api/v1/auth/login",
                Map.of("email", Laptop.DEMO.email(), "password", Laptop.DEMO.password())));
  }

  private static HeddleClient session(String url, Answer answer) {
    return new HeddleClient(
        url,
        answer.json().get("accessToken").stringValue(),
        answer.json().at("/tenant/slug").stringValue());
  }

  /** The workspace's word in its webhooks' addresses. */
  String slug() {
    return slug;
  }

  String token() {
    return token;
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send("GET", path, BodyPublishers.noBody(), Map.of());
  }

  Answer post(String path, Object body) throws IOException, InterruptedException {
    return send("POST", path, json(body), Map.of());
  }

  Answer put(String path, Object body, String tag) throws IOException, InterruptedException {
    return send("PUT", path, json(body), Map.of("if-match", tag));
  }

  Answer delete(String path) throws IOException, InterruptedException {
    return send("DELETE", path, BodyPublishers.noBody(), Map.of());
  }

  static BodyPublisher json(Object body) {
    return BodyPublishers.ofByteArray(WireJson.MAPPER.writeValueAsBytes(body));
  }

  Answer send(String method, String path, BodyPublisher body, Map<String, String> headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .timeout(Duration.ofSeconds(40))
            .method(method, body)
            .header("content-type", "application/json");
    if (!token.isEmpty()) {
      request.header("authorization", "Bearer " + token);
    }
    headers.forEach(request::setHeader);
    HttpResponse<String> response =
        HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    return new Answer(response.statusCode(), response.body(), response);
  }

  /** Creates and publishes a workflow; its id. */
  String publish(JsonNode graph) throws IOException, InterruptedException {
    Answer created = post("/api/v1/workflows", Map.of("graph", graph));
    String id = created.json().get("id").stringValue();
    Answer published = post("/api/v1/workflows/" + id + "/publish", Map.of());
    if (published.status() != 200) {
      throw new IllegalStateException(published.body());
    }
    return id;
  }

  /** Asks until the answer is as expected, at most so long. */
  Answer await(String path, Duration atMost, Predicate<JsonNode> expected)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    Answer answer = get(path);
    while (!(answer.status() == 200 && expected.test(answer.json()))) {
      if (System.nanoTime() > end) {
        throw new AssertionError("Still not so after " + atMost + ": " + answer.body());
      }
      Thread.sleep(100);
      answer = get(path);
    }
    return answer;
  }

  /** What came back. */
  record Answer(int status, String body, HttpResponse<String> response) {
    JsonNode json() {
      return WireJson.MAPPER.readTree(body);
    }
  }
}
