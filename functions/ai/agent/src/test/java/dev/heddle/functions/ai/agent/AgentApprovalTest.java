package dev.heddle.functions.ai.agent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.events.AgentApprovalCall;
import dev.heddle.functions.spec.unit.RouteSpec.Nothing;
import dev.heddle.functions.spec.wait.Approval;
import dev.heddle.functions.spec.wait.Approval.Status;
import dev.heddle.functions.spec.wait.Approvals;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AgentApprovalTest {
  private TestAgent agent;

  @BeforeEach
  void start() throws IOException {
    agent = new TestAgent();
    agent.wants("pay", "{'sum':5}", "pay", "{'sum':9}");
    agent.begin(
        "'approvers':['ada@example.com'],'tools':[{'kind':'http','name':'pay','description':'Pays a bill',"
            + "'url':'https://bank.test/pay','method':'POST','approve':true}]");
  }

  @AfterEach
  void stop() {
    agent.close();
  }

  private void ask(String call, String token) {
    agent.answer(
        new AgentApproval(),
        new AgentApprovalCall(agent.agent, 0, call, 3_600, token),
        Nothing.class);
  }

  private Approvals approvals() {
    return agent.anything.of(Approvals.ENTITY).apply(agent.tenant);
  }

  @Test
  void peopleSeeWhatTheAgentWantsToDo() {
    ask("c0", "token-1");

    List<Approval> waiting = approvals().waitingOf("run_1");
    assertThat(waiting).hasSize(1);
    Approval approval = waiting.getFirst();
    assertThat(approval.status()).isEqualTo(Status.WAITING);
    assertThat(approval.question().title()).isEqualTo("Allow the agent to call pay?");
    assertThat(approval.question().message()).isEqualTo("Pays a bill");
    assertThat(approval.question().details()).hasToString("{\"sum\":5}");
    assertThat(approval.question().approvers()).containsExactly("ada@example.com");
    assertThat(approval.expiresAt()).isEqualTo(approval.askedAt().plus(Duration.ofHours(1)));
    assertThat(approval.place().node()).isEqualTo("agent1");
    assertThat(approvals().token(approval.id())).contains("token-1");
  }

  @Test
  void eachCallIsAQuestionOfItsOwn() {
    ask("c0", "token-1");
    ask("c1", "token-2");
    ask("c1", "token-2");

    assertThat(approvals().waitingOf("run_1"))
        .extracting(approval -> String.valueOf(approval.question().details()))
        .containsExactlyInAnyOrder("{\"sum\":5}", "{\"sum\":9}");
  }

  @Test
  void theTokenIsNotInWhatIsLogged() {
    assertThat(new AgentApprovalCall(agent.agent, 0, "c0", 1, "token-1").toString())
        .doesNotContain("token-1");
  }
}
