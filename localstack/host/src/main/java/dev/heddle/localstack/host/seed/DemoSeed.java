package dev.heddle.localstack.host.seed;

import dev.heddle.functions.spec.port.DeploymentSettings.Demo;
import dev.heddle.functions.spec.shape.WireJson;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Makes the demo workspace with the sample workflow, once for a data folder, through the same API
 * that everyone uses. A start that was killed in between goes on where it left off.
 */
public final class DemoSeed {
  private static final String SAMPLE = "support-triage.json";
  private static final String SAMPLE_HOST = "http://localhost:8080";
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final String url;
  private final Demo demo;
  private final Path marker;
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  /** A seed for the Heddle at this address; the marker says that it was planted. */
  public DemoSeed(String url, Demo demo, Path marker) {
    this.url = url;
    this.demo = demo;
    this.marker = marker;
  }

  /** Plants it unless it was. */
  public void createIfMissing() {
    if (Files.exists(marker)) {
      return;
    }
    String token = session();
    JsonNode workflows = get("/api/v1/workflows", token);
    String workflow =
        workflows.at("/items/0/id").asString("").isEmpty()
            ? create(token)
            : workflows.at("/items/0/id").stringValue();
    post("/api/v1/workflows/" + workflow + "/publish", token, Map.of("note", "The sample"));
    // Last: a start killed before it does all of it again, each step of which finds what is there.
    mark();
  }

  private String session() {
    Map<String, String> account =
        Map.of(
            "email",
            demo.email(),
            "password",
            demo.password(),
            "name",
            "Demo",
            "workspace",
            "Demo");
    HttpResponse<String> signedUp = send("POST", "/api/v1/auth/signup", "", account);
    if (signedUp.statusCode() == 201) {
      return WireJson.MAPPER.readTree(signedUp.body()).get("accessToken").stringValue();
    }
    JsonNode session =
        post("/api/v1/auth/login", "", Map.of("email", demo.email(), "password", demo.password()));
    return session.get("accessToken").stringValue();
  }

  private String create(String token) {
    JsonNode graph = WireJson.MAPPER.readTree(sample().replace(SAMPLE_HOST, url));
    return post("/api/v1/workflows", token, Map.of("graph", graph)).get("id").stringValue();
  }

  private JsonNode get(String path, String token) {
    return read(send("GET", path, token, null));
  }

  private JsonNode post(String path, String token, Object body) {
    return read(send("POST", path, token, body));
  }

  private static JsonNode read(HttpResponse<String> reply) {
    if (reply.statusCode() >= 300) {
      throw new IllegalStateException(
          "Couldn't create the demo workspace: " + reply.statusCode() + " " + reply.body());
    }
    return WireJson.MAPPER.readTree(reply.body());
  }

  private HttpResponse<String> send(
      String method, String path, String token, @Nullable Object body) {
    HttpRequest.BodyPublisher publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(WireJson.MAPPER.writeValueAsBytes(body));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path)).timeout(TIMEOUT).method(method, publisher);
    request.header("content-type", "application/json");
    if (!token.isEmpty()) {
      request.header("authorization", "Bearer " + token);
    }
    try {
      return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException("Couldn't create the demo workspace", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while making the demo workspace", e);
    }
  }

  private static String sample() {
    try (InputStream in =
        Objects.requireNonNull(DemoSeed.class.getResourceAsStream(SAMPLE), SAMPLE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void mark() {
    try {
      Files.writeString(marker, "The demo workspace was created.\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
