package dev.heddle.functions.aws.entity.wait;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.functions.aws.ConcurrentWrites;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.aws.entity.TableSpecs;
import dev.heddle.functions.aws.table.DocumentTable;
import dev.heddle.functions.aws.table.Open;
import dev.heddle.functions.aws.table.TableCreation;
import dev.heddle.functions.aws.table.TableSpec;
import dev.heddle.functions.spec.TestUnit;
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
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class DynamoApprovalsTest {
  private static final Instant NOON = Instant.parse("2026-05-01T12:00:00Z");
  private static final Decision YES =
      new Decision(NOON.plusSeconds(60), new Person("usr_1", "Ada"), "Fine");

  private final Ports ports =
      LocalCloud.cloud()
          .ports(
              TestUnit.with(
                  new Access.Writes(Approvals.ENTITY), new Access.Writes(Approvals.TOKENS)));
  private final Approvals approvals = of("ten");

  private Approvals of(String prefix) {
    return ports.of(Approvals.ENTITY).apply(new Tenant(ports.ids().next(prefix)));
  }

  private static Approval asked(String run, String path, Instant at, JsonNode details) {
    return Approval.asked(
        new WaitLocation("wf_1", "Orders", run, "sign", "Sign off", path),
        new Question("Pay?", "It is much.", details, List.of("ada@example.com")),
        at,
        at.plusSeconds(3_600));
  }

  private static Approval asked(String run, String path, Instant at) {
    return asked(run, path, at, WireJson.MAPPER.readTree("{\"sum\": 12}"));
  }

  @Test
  void are_read_as_they_were_asked() {
    Approval approval = asked("run_1", "each1[3]", NOON);

    approvals.ask(approval, "token-1");

    assertThat(approvals.find(approval.id())).contains(approval);
    assertThat(approvals.token(approval.id())).contains("token-1");
    assertThat(WireJson.MAPPER.writeValueAsString(approval)).doesNotContain("token-1");
    assertThat(of("ten").find(approval.id())).isEmpty();
    assertThat(of("ten").token(approval.id())).isEmpty();
  }

  @Test
  void wait_anew_when_asked_with_another_token_only() {
    Approval approval = asked("run_1", "", NOON);
    approvals.ask(approval, "token-1");
    approvals.change(approval.decided(Status.APPROVED, YES), approval);

    approvals.ask(asked("run_1", "", NOON.plusSeconds(9)), "token-1");
    assertThat(approvals.find(approval.id()).orElseThrow().status()).isEqualTo(Status.APPROVED);

    Approval anew = asked("run_1", "", NOON.plusSeconds(9));
    approvals.ask(anew, "token-2");
    assertThat(approvals.find(approval.id())).contains(anew);
    assertThat(approvals.token(approval.id())).contains("token-2");
  }

  @Test
  void are_listed_newest_first_by_whether_they_wait() {
    Approval first = asked("run_2", "", NOON);
    Approval second = asked("run_3", "", NOON.plusSeconds(1));
    Approval third = asked("run_4", "", NOON.plusSeconds(2));
    List.of(second, third, first).forEach(one -> approvals.ask(one, "t"));
    approvals.change(second.decided(Status.REJECTED, YES), second);

    assertThat(approvals.list(true, 10, null).items()).containsExactly(third, first);
    assertThat(approvals.list(false, 10, null).items())
        .containsExactly(second.decided(Status.REJECTED, YES));
    var page = approvals.list(true, 1, null);
    assertThat(page.items()).containsExactly(third);
    assertThat(approvals.list(true, 1, page.nextCursor()).items()).containsExactly(first);
  }

  @Test
  void show_long_details_cut_in_lists_and_whole_alone() {
    JsonNode details = WireJson.MAPPER.createObjectNode().put("text", "x".repeat(5_000));
    Approval approval = asked("run_1", "", NOON, details);

    approvals.ask(approval, "t");

    assertThat(approvals.find(approval.id()).orElseThrow().question().details()).isEqualTo(details);
    JsonNode listed = approvals.list(true, 1, null).items().getFirst().question().details();
    assertThat(listed.path("$size").asInt()).isGreaterThan(5_000);
  }

  @Test
  void are_listed_by_an_index_that_was_made_before_there_were_any() {
    var client = LocalCloud.cloud().clients().dynamoDb;
    List<TableSpec.Projection> before =
        TableSpecs.DOCUMENTS.indexes().stream()
            .map(now -> new TableSpec.Projection(now.index(), List.of("id", "status")))
            .toList();
    TableCreation.createMissing(
        client.get(), new TableSpec("heddle-before", before), "heddle-before");
    DocumentTable table =
        new DocumentTable(client, "heddle-before", Open.TO_ALL, java.time.InstantSource.system());
    Approvals old = new DynamoApprovals(table, new Tenant(ports.ids().next("ten")));
    Approval approval = asked("run_1", "", NOON);

    old.ask(approval, "t");

    assertThat(old.list(true, 10, null).items()).containsExactly(approval);
  }

  @Test
  void are_decided_once_of_many_who_try() throws Exception {
    Approval approval = asked("run_1", "", NOON);
    approvals.ask(approval, "t");

    List<Boolean> done =
        ConcurrentWrites.of(
            8,
            i ->
                approvals.change(
                    approval.decided(
                        i % 2 == 0 ? Status.APPROVED : Status.REJECTED,
                        new Decision(NOON, new Person("usr_" + i, "P" + i), "")),
                    approval));

    assertThat(done).containsOnlyOnce(true);
  }

  @Test
  void of_a_run_are_found_while_they_wait() {
    Approval waiting = asked("run_1", "each1[0]", NOON);
    Approval decided = asked("run_1", "each1[1]", NOON);
    List.of(waiting, decided, asked("run_2", "", NOON)).forEach(one -> approvals.ask(one, "t"));
    approvals.change(decided.ended(Status.CANCELLED), decided);

    assertThat(approvals.waitingOf("run_1")).containsExactly(waiting);
  }

  @Test
  void keep_the_token_from_who_may_only_read_the_question() {
    Approvals reader =
        LocalCloud.cloud()
            .ports(TestUnit.with(new Access.Writes(Approvals.ENTITY)))
            .of(Approvals.ENTITY)
            .apply(new Tenant("ten_1"));

    assertThatThrownBy(() -> reader.token("apr_1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("approval-token");
  }
}
