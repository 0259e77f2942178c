package dev.heddle.functions.api.live;

import static dev.heddle.functions.api.GraphDocuments.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.events.WebSocketEvent;
import dev.heddle.events.WebSocketReply;
import dev.heddle.functions.api.ApiLaptop;
import dev.heddle.functions.api.GraphDocuments;
import dev.heddle.functions.api.RouteClient;
import dev.heddle.functions.api.identity.AccessTokens;
import dev.heddle.functions.api.identity.SigningKeys;
import dev.heddle.functions.api.identity.TokenClaims;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.aws.cloud.AwsDeployment;
import dev.heddle.functions.aws.cloud.SecureIds;
import dev.heddle.functions.core.door.JobDoor;
import dev.heddle.functions.spec.caller.Role;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.shape.WireJson;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class FollowLiveTest {
  private static final FollowLive JOB = new FollowLive();

  private final AwsDeployment cloud = ApiLaptop.cloud();
  private final JobDoor<WebSocketEvent, WebSocketReply> door = JobDoor.open(JOB, cloud.ports(JOB));
  private final String tenant = new SecureIds().next("ten");
  private final RouteClient api = RouteClient.member(cloud, tenant, "USER");
  private final String connection = new SecureIds().next("con");
  private final List<String> sent = LocalCloud.sockets().open(connection);

  private WebSocketReply event(String type, Map<String, String> headers, @Nullable String body) {
    var context =
        new WebSocketEvent.RequestContext("$default", type, connection, "req-1", null, null);
    return door.answer(new WebSocketEvent(headers, null, context, body, false));
  }

  private String token(InstantSource clock) {
    var keys = new SigningKeys(cloud.ports(JOB).platformSecrets());
    return new AccessTokens(keys, LocalCloud.PUBLIC_URL, clock)
        .issue(new TokenClaims("usr_a", new Tenant(tenant), Role.USER, "ses_a"));
  }

  private WebSocketReply connect(String protocols) {
    return event("CONNECT", Map.of("sec-websocket-protocol", protocols), null);
  }

  private void connect() {
    assertThat(connect("heddle.v1, " + token(InstantSource.system())).statusCode()).isEqualTo(200);
  }

  private int ask(String action, String topic) {
    String body = "{\"action\": \"%s\", \"topic\": \"%s\"}".formatted(action, topic);
    return event("MESSAGE", Map.of(), body).statusCode();
  }

  private String workflow() {
    String graph =
        GraphDocuments.graph(
            "Watched",
            List.of(
                node("start", "manual@1", "{}"),
                node("keep", "wait@1", "{\"duration\":{\"kind\":\"seconds\",\"seconds\":600}}")),
            List.of("start.main>keep"));
    return api.post("/api/v1/workflows", graph).text("/id");
  }

  /** Starts a run and stops it when it waits. */
  private String stopped(String workflow) {
    String id = api.post("/api/v1/workflows/" + workflow + "/test", "{}").text("/id");
    String run = "/api/v1/runs/" + id;
    ApiLaptop.until(api, run, now -> now.text("/nodes/1/status").equals("waiting"));
    api.post(run + "/stop", "");
    ApiLaptop.until(api, run, now -> now.text("/status").equals("stopped"));
    return id;
  }

  private List<JsonNode> told(String topic) {
    return sent.stream()
        .map(WireJson.MAPPER::readTree)
        .filter(message -> message.path("topic").asString().equals(topic))
        .toList();
  }

  @Test
  void a_valid_token_is_admitted_with_its_subprotocol() {
    WebSocketReply reply = connect("heddle.v1, " + token(InstantSource.system()));

    assertThat(reply.statusCode()).isEqualTo(200);
    assertThat(reply.headers()).containsEntry("Sec-WebSocket-Protocol", "heddle.v1");
  }

  @Test
  void without_a_good_token_nobody_is_admitted() {
    InstantSource yesterday = () -> java.time.Instant.now().minusSeconds(86_400);

    assertThat(connect("heddle.v1, " + token(yesterday)).statusCode()).isEqualTo(401);
    assertThat(connect("heddle.v1, nonsense").statusCode()).isEqualTo(401);
    assertThat(connect("heddle.v1").statusCode()).isEqualTo(401);
    assertThat(connect("other, " + token(InstantSource.system())).statusCode()).isEqualTo(401);
    assertThat(event("CONNECT", Map.of(), null).statusCode()).isEqualTo(401);
    assertThat(ask("subscribe", "runs")).isEqualTo(410);
  }

  @Test
  void who_follows_a_workflow_is_told_of_its_runs_and_their_nodes() {
    connect();
    String workflow = workflow();
    assertThat(ask("subscribe", "workflow:" + workflow)).isEqualTo(200);
    assertThat(ask("subscribe", "runs")).isEqualTo(200);

    String run = stopped(workflow);
    eventually(() -> told("runs").stream().anyMatch(FollowLiveTest::isOver));

    List<JsonNode> messages = told("workflow:" + workflow);
    assertThat(messages.getFirst().at("/run/status").asString()).isEqualTo("running");
    assertThat(messages.getLast().at("/run/status").asString()).isEqualTo("stopped");
    assertThat(messages).allMatch(message -> message.at("/run/id").asString().equals(run));
    assertThat(messages)
        .flatExtracting(message -> message.path("nodes").valueStream().toList())
        .extracting(node -> node.path("node").asString() + " " + node.path("status").asString())
        .contains("keep waiting");
    assertThat(told("runs")).isNotEmpty().allMatch(message -> message.path("nodes").isEmpty());
  }

  @Test
  void a_node_that_is_switched_off_is_not_told_of_though_its_output_is_read() {
    connect();
    String fields = "{\"keep\": false, \"fields\": [{\"name\": \"v\", \"value\": %s}]}";
    String graph =
        GraphDocuments.graph(
            "Watched",
            List.of(
                node("start", "manual@1", "{}"),
                node("off", "set@1", fields.formatted("1"), ", \"disabled\": \"main\""),
                node("reads", "set@1", fields.formatted("\"{% $off %}\""))),
            List.of("start.main>off", "off.main>reads"));
    String workflow = api.post("/api/v1/workflows", graph).text("/id");
    String topic = "workflow:" + workflow;
    ask("subscribe", topic);

    api.post("/api/v1/workflows/" + workflow + "/test", "{}");
    eventually(
        () ->
            told(topic).stream()
                .anyMatch(message -> message.at("/run/status").asString().equals("succeeded")));

    assertThat(told(topic))
        .flatExtracting(message -> message.path("nodes").valueStream().toList())
        .extracting(node -> node.path("node").asString())
        .contains("reads")
        .doesNotContain("off");
  }

  @Test
  void who_stops_following_or_leaves_is_told_no_more() {
    connect();
    String workflow = workflow();
    ask("subscribe", "workflow:" + workflow);
    ask("subscribe", "runs");
    assertThat(ask("unsubscribe", "workflow:" + workflow)).isEqualTo(200);
    event("DISCONNECT", Map.of(), null);

    stopped(workflow);

    assertThat(sent).isEmpty();
    assertThat(ask("subscribe", "runs")).isEqualTo(410);
  }

  @Test
  void a_connection_that_is_gone_is_forgotten() {
    connect();
    String workflow = workflow();
    ask("subscribe", "runs");
    LocalCloud.sockets().disconnect(connection);

    stopped(workflow);

    eventually(() -> ask("subscribe", "runs") == 410);
  }

  private static boolean isOver(JsonNode message) {
    return message.at("/run/status").asString().equals("stopped");
  }

  private static void eventually(BooleanSupplier condition) {
    for (int i = 0; i < 200 && !condition.getAsBoolean(); i++) {
      LockSupport.parkNanos(20_000_000);
    }
    assertThat(condition.getAsBoolean()).isTrue();
  }

  @Test
  void topics_of_another_tenant_are_refused() {
    connect();
    RouteClient stranger = ApiLaptop.someone();
    String workflow =
        stranger
            .post("/api/v1/workflows", GraphDocuments.graph("Theirs", List.of(), List.of()))
            .text("/id");

    assertThat(ask("subscribe", "workflow:" + workflow)).isEqualTo(404);
    assertThat(ask("subscribe", "run:run_unknown")).isEqualTo(404);
    assertThat(ask("subscribe", "everything")).isEqualTo(404);
  }

  @Test
  void what_is_no_wish_is_refused() {
    connect();

    assertThat(ask("shout", "runs")).isEqualTo(400);
    assertThat(ask("subscribe", "run:a b")).isEqualTo(400);
    assertThat(event("MESSAGE", Map.of(), "no JSON").statusCode()).isEqualTo(400);
    assertThat(event("MESSAGE", Map.of(), null).statusCode()).isEqualTo(400);
    assertThat(event("MESSAGE", Map.of(), " ".repeat(2_000)).statusCode()).isEqualTo(400);
  }
}
