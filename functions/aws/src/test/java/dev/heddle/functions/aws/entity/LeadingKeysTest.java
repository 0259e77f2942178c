package dev.heddle.functions.aws.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.functions.aws.entity.run.RunKeys;
import dev.heddle.functions.aws.entity.workflow.WorkflowKeys;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.workflow.Hooks;
import dev.heddle.functions.spec.workflow.Workflows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadingKeysTest {
  private static final Tenant ACME = new Tenant("ten_acme");

  @ParameterizedTest
  @CsvSource({
    "USER#usr_1,user",
    "EMAIL#a@b.example,user",
    "SLUG#acme,tenant",
    "TENANT#ten_1#TENANT,tenant",
    "TENANT#ten_1#IDEMPOTENCY#abc,idempotency",
    "TENANT#ten_1#HOOK#LIVE#a/b,hook",
    "TENANT#ten_1#AGENT#run_1#agent1#each1[3],conversation",
    "TENANT#ten_1#TOPIC#runs,connection",
    "CONNECTION#abc=,connection",
    "SESSION#ses_1,session",
    "ATTEMPT#log-in-from#abc,attempt",
    "TENANT#ten_1#APPROVAL#apr_1,approval",
    "TENANT#ten_1#APPROVAL#IS#WAITING,approval",
    "TENANT#ten_1#TOKEN#apr_1,approval-token",
    "TENANT#ten_1#WAIT#abc,event-wait",
    "TENANT#ten_1#RUN#run_1#WORKFLOW,run",
    "TENANT#ten_1#WORKFLOW#wf_1#TENANT,workflow"
  })
  void tellTheEntity(String partition, String entity) {
    assertThat(LeadingKeys.entity(partition).name()).isEqualTo(entity);
  }

  @Test
  void coverWhatTheKeysMake() {
    var runs = new RunKeys(ACME);
    var workflows = new WorkflowKeys(ACME);

    assertThat(LeadingKeys.entity(runs.list())).isEqualTo(Runs.ENTITY);
    assertThat(LeadingKeys.entity(runs.ofWorkflow("wf_1"))).isEqualTo(Runs.ENTITY);
    assertThat(LeadingKeys.entity(runs.standing(Run.Status.FAILED))).isEqualTo(Runs.ENTITY);
    assertThat(LeadingKeys.entity(runs.partition("run_1"))).isEqualTo(Runs.ENTITY);
    assertThat(LeadingKeys.entity(workflows.list())).isEqualTo(Workflows.ENTITY);
    assertThat(LeadingKeys.entity(workflows.partition("wf_1"))).isEqualTo(Workflows.ENTITY);
    assertThat(LeadingKeys.entity(workflows.testHook("a").pk())).isEqualTo(Hooks.ENTITY);
  }

  @Test
  void knowNothingOfOtherPartitions() {
    assertThatThrownBy(() -> LeadingKeys.entity("TENANT#ten_1#INVOICE#1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("TENANT#ten_1#INVOICE#1");
  }
}
