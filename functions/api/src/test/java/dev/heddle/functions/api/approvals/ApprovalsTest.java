package dev.heddle.functions.api.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.api.RouteClient;
import dev.heddle.functions.api.RouteClient.Answer;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.aws.WaitingTask;
import dev.heddle.functions.aws.cloud.AwsDeployment;
import dev.heddle.functions.aws.cloud.SecureIds;
import dev.heddle.functions.spec.MovableClock;
import dev.heddle.functions.spec.TestUnit;
import dev.heddle.functions.spec.account.Tenants;
import dev.heddle.functions.spec.account.User;
import dev.heddle.functions.spec.account.Users;
import dev.heddle.functions.spec.account.Workspace;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.wait.Approval;
import dev.heddle.functions.spec.wait.Approval.Decision;
import dev.heddle.functions.spec.wait.Approval.Person;
import dev.heddle.functions.spec.wait.Approval.Question;
import dev.heddle.functions.spec.wait.Approval.Status;
import dev.heddle.functions.spec.wait.Approvals;
import dev.heddle.functions.spec.wait.WaitLocation;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ApprovalsTest {
  private static final String PATH = "/api/v1/approvals";

  private final MovableClock clock = new MovableClock();
  private final AwsDeployment cloud = LocalCloud.cloud(clock);
  private final Ports ports =
      cloud.ports(
          TestUnit.with(
              new Access.Writes(Approvals.ENTITY),
              new Access.Writes(Approvals.TOKENS),
              new Access.Writes(Users.ENTITY),
              new Access.Writes(Tenants.ENTITY)));
  private final Tenant tenant = new Tenant(new SecureIds().next("ten"));
  private final Approvals approvals = ports.of(Approvals.ENTITY).apply(tenant);
  private final RouteClient ada = someone("Ada");
  private final RouteClient bob = someone("Bob");
  private final RouteClient stranger =
      RouteClient.member(cloud, new SecureIds().next("ten"), "OWNER");

  private RouteClient someone(String name) {
    String id = new SecureIds().next("usr");
    User user = new User(id, email(name), name, "hash", clock.instant());
    Tenant own = new Tenant(new SecureIds().next("ten"));
    ports
        .of(Users.ENTITY)
        .register(user, new Workspace(own, own.id().substring(4), name, clock.instant()));
    return RouteClient.caller(
        cloud, Map.of("user", id, "tenant", tenant.id(), "role", "USER", "session", "ses_1"));
  }

  private String email(String name) {
    return name + "." + tenant.id() + "@example.com";
  }

  private Approval ask(String token, String... approvers) {
    Approval approval =
        Approval.asked(
            new WaitLocation("wf_1", "Orders", new SecureIds().next("run"), "sign", "Sign off", ""),
            new Question(
                "Pay?", "Much.", WireJson.MAPPER.readTree("{\"sum\":12}"), List.of(approvers)),
            clock.instant(),
            clock.instant().plus(Duration.ofHours(1)));
    approvals.ask(approval, token);
    return approval;
  }

  private static Answer decide(RouteClient by, Approval approval, String decision) {
    return by.post(
        PATH + "/" + approval.id() + "/decide",
        "{\"decision\": \"" + decision + "\", \"comment\": \"As agreed\"}");
  }

  @Test
  void are_listed_and_read_without_their_token() {
    Approval approval = ask("secret-token");

    Answer list = ada.get(PATH + "?status=waiting");
    Answer one = ada.get(PATH + "/" + approval.id());

    assertThat(list.status()).isEqualTo(200);
    assertThat(list.body().path("items")).hasSize(1);
    assertThat(list.body().at("/items/0")).isEqualTo(one.body());
    assertThat(one.body().toString()).doesNotContain("secret-token");
    assertThat(((ObjectNode) one.body()).without(List.of("askedAt", "expiresAt")))
        .isEqualTo(
            WireJson.MAPPER.readTree(
                """
                {"id": "%s", "status": "waiting", "workflow": {"id": "wf_1", "name": "Orders"},
                  "run": "%s", "node": {"id": "sign", "name": "Sign off"}, "path": "",
                  "title": "Pay?", "message": "Much.", "details": {"sum": 12}, "approvers": [],
                  "mine": true}
                """
                    .formatted(approval.id(), approval.place().run())));
    assertThat(ada.get(PATH + "?status=decided").body().path("items")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"approve, approved, true", "reject, rejected, false"})
  void let_the_run_go_on_as_decided(String decision, String status, boolean approved) {
    WaitingTask task = new WaitingTask();
    Approval approval = ask(task.token);

    Answer decided = decide(ada, approval, decision);

    assertThat(decided.status()).isEqualTo(200);
    assertThat(decided.text("/status")).isEqualTo(status);
    assertThat(decided.text("/decidedBy/name")).isEqualTo("Ada");
    assertThat(decided.text("/comment")).isEqualTo("As agreed");
    JsonNode output = task.output();
    assertThat(output.path("port").asString()).isEqualTo(status);
    assertThat(output.at("/output/approved").asBoolean()).isEqualTo(approved);
    assertThat(output.at("/output/by/name").asString()).isEqualTo("Ada");
    assertThat(output.at("/output/comment").asString()).isEqualTo("As agreed");
    assertThat(output.at("/output/decidedAt").asString()).isEqualTo(decided.text("/decidedAt"));
    assertThat(ada.get(PATH).body().path("items")).isEmpty();
    assertThat(ada.get(PATH + "?status=decided").text("/items/0/id")).isEqualTo(approval.id());
  }

  @Test
  void are_decided_once() {
    WaitingTask task = new WaitingTask();
    Approval approval = ask(task.token);
    decide(ada, approval, "approve");

    assertThat(decide(ada, approval, "approve").status()).isEqualTo(200);
    Answer other = decide(ada, approval, "reject");
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.text("/detail")).isEqualTo("Ada already approved it.");
    assertThat(decide(bob, approval, "approve").status()).isEqualTo(409);
  }

  @Test
  void are_sent_again_when_the_first_attempt_died_before_it_did() {
    WaitingTask task = new WaitingTask();
    Approval approval = ask(task.token);
    String user = userOf(ada);
    approvals.change(
        approval.decided(
            Status.APPROVED, new Decision(clock.instant(), new Person(user, "Ada"), "")),
        approval);
    assertThat(task.waits()).isTrue();

    assertThat(decide(ada, approval, "approve").status()).isEqualTo(200);

    assertThat(task.output().path("port").asString()).isEqualTo("approved");
    assertThat(approvals.find(approval.id()).orElseThrow().sent()).isTrue();
  }

  private String userOf(RouteClient someone) {
    WaitingTask task = new WaitingTask();
    return decide(someone, ask(task.token), "approve").text("/decidedBy/id");
  }

  @Test
  void are_for_those_who_are_named() {
    WaitingTask task = new WaitingTask();
    Approval approval = ask(task.token, email("bob").toUpperCase(java.util.Locale.ROOT));

    assertThat(ada.get(PATH + "/" + approval.id()).body().path("mine").asBoolean()).isFalse();
    assertThat(decide(ada, approval, "approve").status()).isEqualTo(403);
    assertThat(task.waits()).isTrue();
    assertThat(bob.get(PATH).body().at("/items/0/mine").asBoolean()).isTrue();
    assertThat(decide(bob, approval, "approve").status()).isEqualTo(200);
  }

  @Test
  void expire_when_nobody_decides_in_time() {
    Approval approval = ask("t");
    clock.pass(Duration.ofHours(1));

    assertThat(ada.get(PATH).body().path("items")).isEmpty();
    assertThat(ada.get(PATH + "/" + approval.id()).text("/status")).isEqualTo("expired");
    assertThat(ada.get(PATH + "?status=decided").text("/items/0/status")).isEqualTo("expired");
    Answer late = decide(ada, approval, "approve");
    assertThat(late.status()).isEqualTo(409);
    assertThat(late.text("/detail")).contains("Nobody decided in time");
  }

  @Test
  void are_cancelled_when_the_run_has_ended() {
    WaitingTask task = new WaitingTask();
    Approval approval = ask(task.token);
    task.stop();

    Answer decided = decide(ada, approval, "approve");

    assertThat(decided.status()).isEqualTo(409);
    assertThat(decided.text("/detail")).contains("The run has ended");
    Answer read = ada.get(PATH + "/" + approval.id());
    assertThat(read.text("/status")).isEqualTo("cancelled");
    assertThat(read.body().has("decidedBy")).isFalse();
  }

  @Test
  void are_nobodys_of_another_tenant() {
    Approval approval = ask("t");

    assertThat(stranger.get(PATH).body().path("items")).isEmpty();
    assertThat(stranger.get(PATH + "/" + approval.id()).status()).isEqualTo(404);
    assertThat(decide(stranger, approval, "approve").status()).isEqualTo(404);
    assertThat(RouteClient.anyone(cloud).get(PATH).status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"decision\": \"maybe\"} | decision", "{} | decision"})
  void take_a_decision_only(String body, String field) {
    Answer refused = ada.post(PATH + "/" + ask("t").id() + "/decide", body);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/errors/0/field")).isEqualTo(field);
  }
}
