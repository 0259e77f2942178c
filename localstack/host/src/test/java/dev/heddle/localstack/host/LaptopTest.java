package dev.heddle.localstack.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.heddle.functions.spec.shape.WireJson;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import tools.jackson.databind.JsonNode;

/** One laptop, used as strangers, members and attackers use it. */
class LaptopTest {
  @TempDir private static Path data;
  private static Laptop laptop;
  private static String url;

  @BeforeAll
  static void start() {
    laptop = Laptop.start(new LocalSettings(0, 0, data, false, Path.of("../../web/dist"), true));
    url = laptop.url();
  }

  @AfterAll
  static void stop() {
    laptop.close();
  }

  @Test
  void theSampleAnswersAnUrgentTicketAndPagesSomeone() throws Exception {
    JsonNode answer =
        triage(
            "Since 9:00 every request times out and our whole shop is down. Please help at once!");

    assertThat(answer.get("category").stringValue()).isEqualTo("outage");
    assertThat(answer.get("urgency").stringValue()).isEqualTo("high");
    assertThat(answer.get("summary").stringValue()).isNotBlank();
    assertThat(answer.get("paged").booleanValue()).isTrue();
  }

  @Test
  void theSampleLeavesAQuestionInTheQueue() throws Exception {
    JsonNode answer =
        triage("How can I change the colour of the chart? It is only a wish, no hurry.");

    assertThat(answer.get("urgency").stringValue()).isNotEqualTo("high");
    assertThat(answer.get("paged").booleanValue()).isFalse();
  }

  private static JsonNode triage(String text) throws Exception {
    HeddleClient.Answer answer =
        HeddleClient.anyone(url).post("/hooks/demo/support-triage", Map.of("text", text));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json();
  }

  @Test
  void aRunShowsWhatEachNodeDid() throws Exception {
    triage("My invoice shows two charges, please refund one.");
    HeddleClient api = HeddleClient.demo(url);
    String run = api.get("/api/v1/runs?limit=1").json().at("/items/0/id").stringValue();

    JsonNode record =
        api.await(
                "/api/v1/runs/" + run,
                Duration.ofSeconds(10),
                json -> json.get("status").stringValue().equals("succeeded"))
            .json();

    assertThat(record.at("/nodes").findValuesAsString("node"))
        .contains("ticket", "classify", "urgent", "answer");
    JsonNode classify = node(record, "classify");
    assertThat(classify.at("/status").stringValue()).isEqualTo("succeeded");
    assertThat(classify.at("/sent/prompt").stringValue()).contains("invoice");
    assertThat(classify.at("/output/category").stringValue()).isEqualTo("billing");
    assertThat(classify.at("/attempts").intValue()).isEqualTo(1);
  }

  private static JsonNode node(JsonNode run, String id) {
    return run.at("/nodes")
        .valueStream()
        .filter(node -> node.get("node").stringValue().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void malformedJsonIsToldWhereItBreaks() throws Exception {
    HeddleClient.Answer answer =
        HeddleClient.demo(url)
            .send("POST", "/api/v1/workflows", BodyPublishers.ofString("{\"graph\": }"), Map.of());

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("detail").stringValue()).contains("line 1, column");
  }

  @Test
  void unknownFieldsAreNamedAllAtOnce() throws Exception {
    HeddleClient.Answer answer =
        HeddleClient.anyone(url)
            .post("/api/v1/auth/login", Map.of("email", "a@b.co", "passwort", "x", "extra", 1));

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/errors").findValuesAsString("field"))
        .containsExactlyInAnyOrder("password", "passwort", "extra");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/hooks/demo/support-triage", "/api/v1/auth/login"})
  void aBodyOfTenMegabytesIsRefused(String path) throws Exception {
    byte[] body = new byte[10 * 1024 * 1024 + 10];
    java.util.Arrays.fill(body, (byte) ' ');

    HeddleClient.Answer answer =
        HeddleClient.anyone(url).send("POST", path, BodyPublishers.ofByteArray(body), Map.of());

    assertThat(answer.status()).isEqualTo(413);
    assertThat(answer.json().get("type").stringValue()).isEqualTo("urn:heddle:problem:too-large");
  }

  @Test
  void aCycleIsListedNodeByNodeAndNotPublished() throws Exception {
    HeddleClient api = HeddleClient.signUp(url);
    String id =
        api.post("/api/v1/workflows", Map.of("graph", JourneyGraphs.cycle()))
            .json()
            .get("id")
            .stringValue();

    HeddleClient.Answer answer = api.post("/api/v1/workflows/" + id + "/publish", Map.of());

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().at("/issues").toString()).contains("two → one → two");
  }

  @Test
  void anothersThingsAreNotFoundWhateverIsAsked() throws Exception {
    HeddleClient owner = HeddleClient.signUp(url);
    HeddleClient stranger = HeddleClient.signUp(url);
    String workflow = owner.publish(JourneyGraphs.calling("https://example.com"));
    String run =
        owner
            .post("/api/v1/workflows/" + workflow + "/runs", Map.of())
            .json()
            .get("id")
            .stringValue();
    List<Integer> statuses = new ArrayList<>();
    String there = "/api/v1/workflows/" + workflow;

    statuses.add(stranger.get(there).status());
    statuses.add(stranger.put(there, Map.of("graph", JourneyGraphs.cycle()), "\"1\"").status());
    statuses.add(stranger.delete(there).status());
    statuses.add(stranger.get(there + "/versions").status());
    statuses.add(stranger.get(there + "/versions/1").status());
    statuses.add(stranger.post(there + "/publish", Map.of()).status());
    statuses.add(stranger.post(there + "/runs", Map.of()).status());
    statuses.add(stranger.post(there + "/test", Map.of()).status());
    statuses.add(stranger.post(there + "/validate", Map.of()).status());
    statuses.add(stranger.post(there + "/compile", Map.of()).status());
    statuses.add(stranger.get("/api/v1/runs/" + run).status());
    statuses.add(stranger.post("/api/v1/runs/" + run + "/stop", Map.of()).status());

    assertThat(statuses).containsOnly(404);
    assertThat(owner.get(there).status()).isEqualTo(200);
  }

  @Test
  void aTokenThatIsForgedOrMissingIsRefusedAlike() throws Exception {
    String valid = HeddleClient.demo(url).token();
    String forged = valid.substring(0, valid.lastIndexOf('.') + 1) + "A".repeat(43);
    for (String token : List.of("", "garbage", forged)) {
      HeddleClient.Answer answer = HeddleClient.bearing(url, token).get("/api/v1/workflows");
      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.json().get("type").stringValue())
          .isEqualTo("urn:heddle:problem:unauthenticated");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.7/",
        "http://[::1]:1/",
        "http://2130706433/",
        "http://localhost:1/"
      })
  void anHttpNodeCantReachPrivateAddresses(String target) throws Exception {
    JsonNode call = calling(target);

    assertThat(call.get("status").stringValue()).isEqualTo("failed");
    assertThat(call.get("error").stringValue()).isEqualTo("Heddle.Refused");
  }

  @Test
  void anHttpNodeReachesNothingElseOnThisMachine() throws Exception {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    List<String> reached = new ArrayList<>();
    server.createContext(
        "/",
        exchange -> {
          reached.add(exchange.getRequestURI().toString());
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
    try {
      JsonNode call = calling("http://127.0.0.1:" + server.getAddress().getPort() + "/secret");

      assertThat(call.get("error").stringValue()).isEqualTo("Heddle.Refused");
      assertThat(reached).isEmpty();
    } finally {
      server.stop(0);
    }
  }

  private static JsonNode calling(String target) throws Exception {
    HeddleClient api = HeddleClient.signUp(url);
    String workflow = api.publish(JourneyGraphs.calling(target));
    String run =
        api.post("/api/v1/workflows/" + workflow + "/runs", Map.of())
            .json()
            .get("id")
            .stringValue();
    JsonNode record =
        api.await(
                "/api/v1/runs/" + run,
                Duration.ofSeconds(20),
                json -> json.get("status").stringValue().equals("failed"))
            .json();
    return node(record, "call1");
  }

  @Test
  void aNameThatPointsHereFromElsewhereIsRefused() throws Exception {
    var socket = new java.net.Socket(InetAddress.getLoopbackAddress(), URI.create(url).getPort());
    try (socket) {
      socket
          .getOutputStream()
          .write(
              "GET /_local HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n".getBytes());
      String answer = new String(socket.getInputStream().readAllBytes());
      assertThat(answer).startsWith("HTTP/1.1 421");
    }
  }

  @Test
  void theAwsSdkWorksAgainstTheEdge() {
    try (DynamoDbClient client =
        DynamoDbClient.builder()
            .endpointOverride(URI.create("http://localhost:" + laptop.awsPort()))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("any", "any")))
            .build()) {
      assertThat(client.listTables().tableNames()).contains("heddle", "heddle-usage");
    }
  }

  @Test
  void theStatusPageListsWhatRunsHere() throws Exception {
    HeddleClient.Answer page = HeddleClient.anyone(url).get("/_local");

    assertThat(page.status()).isEqualTo(200);
    assertThat(page.body())
        .contains(
            "dynamodb", "stepfunctions", "PublishWorkflow", "heddle-intake", "State machines");
    assertThat(page.response().headers().firstValue("content-security-policy")).isPresent();
  }

  @Test
  void secretsNeverComeBack() throws Exception {
    HeddleClient api = HeddleClient.signUp(url);
    String value = "hunter2-" + System.nanoTime();

    assertThat(
            api.send(
                    "PUT",
                    "/api/v1/secrets/key1",
                    HeddleClient.json(Map.of("value", value)),
                    Map.of())
                .status())
        .isEqualTo(204);

    assertThat(api.get("/api/v1/secrets").body()).contains("key1").doesNotContain(value);
    assertThat(
            WireJson.MAPPER
                .readTree(api.get("/api/v1/secrets").body())
                .at("/items/0/name")
                .stringValue())
        .isEqualTo("key1");
  }
}
