package dev.heddle.functions.nodes.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import Heddle.BadConfig;
import dev.heddle.events.NodeCall;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.aws.cloud.AwsDeployment;
import dev.heddle.functions.aws.cloud.SecureIds;
import dev.heddle.functions.core.door.NodeDoor;
import dev.heddle.functions.spec.MovableClock;
import dev.heddle.functions.spec.TestUnit;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.wait.Approval;
import dev.heddle.functions.spec.wait.Approvals;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.Workflows;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ApprovalNodeTest {
  private final MovableClock clock = new MovableClock();
  private final AwsDeployment cloud = LocalCloud.cloud(clock);
  private final Tenant tenant = new Tenant(new SecureIds().next("ten"));
  private final Ports ports =
      cloud.ports(
          TestUnit.with(
              new Access.Writes(Approvals.ENTITY),
              new Access.Reads(Approvals.TOKENS),
              new Access.Writes(Workflows.ENTITY)));
  private final Approvals approvals = ports.of(Approvals.ENTITY).apply(tenant);
  private final ApprovalNode node = new ApprovalNode();
  private final NodeDoor<?> door = NodeDoor.open(node, cloud.ports(node));

  private byte[] call(String config, String path, @Nullable String token) {
    var call =
        new NodeCall(
            tenant.id(),
            "wf_1",
            "run_1",
            "sign",
            path,
            WireJson.MAPPER.readTree(config.replace('\'', '"')),
            token);
    return door.answer(WireJson.MAPPER.writeValueAsBytes(call));
  }

  private Approval asked() {
    return approvals.list(true, 10, null).items().getFirst();
  }

  @Test
  void keeps_the_question_and_the_token_apart() {
    byte[] reply =
        call(
            "{'title':'Pay?','message':'Much.','details':{'sum':12},"
                + "'approvers':['ada@example.com'],'timeoutSeconds':60}",
            "each1[3]",
            "the-token");

    assertThat(new String(reply, java.nio.charset.StandardCharsets.UTF_8))
        .doesNotContain("the-token");
    Approval approval = asked();
    assertThat(approval.question().title()).isEqualTo("Pay?");
    assertThat(approval.question().details()).hasToString("{\"sum\":12}");
    assertThat(approval.question().approvers()).containsExactly("ada@example.com");
    assertThat(approval.place().path()).isEqualTo("each1[3]");
    assertThat(approval.place().nodeName()).isEqualTo("sign");
    assertThat(approval.askedAt()).isEqualTo(clock.instant());
    assertThat(approval.expiresAt()).isEqualTo(clock.instant().plusSeconds(60));
    assertThat(approvals.token(approval.id())).contains("the-token");
  }

  @Test
  void is_called_as_the_drawing_calls_it() {
    var graph =
        WireJson.MAPPER.readTree("{\"nodes\": [{\"id\": \"sign\", \"name\": \"Sign off\"}]}");
    ports
        .of(Workflows.ENTITY)
        .apply(tenant)
        .create(
            new Workflow(
                "wf_1",
                "Orders",
                "",
                1,
                List.of(),
                null,
                null,
                null,
                clock.instant(),
                clock.instant(),
                graph),
            List.of());

    call("{'title':'Pay?'}", "", "t");

    assertThat(asked().place().workflowName()).isEqualTo("Orders");
    assertThat(asked().place().nodeName()).isEqualTo("Sign off");
    assertThat(asked().expiresAt()).isNull();
  }

  @Test
  void asks_once_for_each_iteration() {
    call("{'title':'One'}", "loop1[0]", "t1");
    call("{'title':'One'}", "loop1[0]", "t2");
    call("{'title':'Two'}", "loop1[1]", "t3");

    List<Approval> all = approvals.list(true, 10, null).items();
    assertThat(all).extracting(one -> one.question().title()).containsOnlyOnce("One", "Two");
    assertThat(all).hasSize(2);
  }

  @Test
  void refuses_what_does_not_fit() {
    assertThatThrownBy(() -> call("{'title':''}", "", "t"))
        .isInstanceOf(BadConfig.class)
        .hasMessageContaining("title");
    assertThatThrownBy(() -> call("{'title':'Pay?'}", "", null))
        .isInstanceOf(IllegalStateException.class);
  }
}
