package dev.heddle.functions.aws.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.functions.aws.entity.run.RunKeys;
import dev.heddle.functions.aws.entity.workflow.WorkflowKeys;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.unit.Access.Entity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LeadingKeysTest {
  private static final Tenant ACME = new Tenant("ten_acme");

  @ParameterizedTest
  @CsvSource({
    "USER#usr_1,USER",
    "EMAIL#a@b.example,USER",
    "SLUG#acme,TENANT",
    "TENANT#ten_1#TENANT,TENANT",
    "TENANT#ten_1#IDEMPOTENCY#abc,IDEMPOTENCY",
    "TENANT#ten_1#HOOK#LIVE#a/b,HOOK",
    "TENANT#ten_1#AGENT#run_1#agent1#each1[3],AGENT",
    "TENANT#ten_1#TOPIC#runs,LIVE",
    "CONNECTION#abc=,LIVE",
    "SESSION#ses_1,SESSION",
    "ATTEMPT#log-in-from#abc,ATTEMPT",
    "TENANT#ten_1#APPROVAL#apr_1,APPROVAL",
    "TENANT#ten_1#APPROVAL#IS#WAITING,APPROVAL",
    "TENANT#ten_1#TOKEN#apr_1,TOKEN",
    "TENANT#ten_1#WAIT#abc,WAIT",
    "TENANT#ten_1#RUN#run_1#WORKFLOW,RUN",
    "TENANT#ten_1#WORKFLOW#wf_1#TENANT,WORKFLOW"
  })
  void tellTheKindOfItem(String partition, Entity entity) {
    assertThat(LeadingKeys.entity(partition)).isEqualTo(entity);
  }

  @Test
  void coverWhatTheKeysMake() {
    var runs = new RunKeys(ACME);
    var workflows = new WorkflowKeys(ACME);

    assertThat(LeadingKeys.entity(runs.list())).isEqualTo(Entity.RUN);
    assertThat(LeadingKeys.entity(runs.ofWorkflow("wf_1"))).isEqualTo(Entity.RUN);
    assertThat(LeadingKeys.entity(runs.standing(Run.Status.FAILED))).isEqualTo(Entity.RUN);
    assertThat(LeadingKeys.entity(runs.partition("run_1"))).isEqualTo(Entity.RUN);
    assertThat(LeadingKeys.entity(workflows.list())).isEqualTo(Entity.WORKFLOW);
    assertThat(LeadingKeys.entity(workflows.partition("wf_1"))).isEqualTo(Entity.WORKFLOW);
    assertThat(LeadingKeys.entity(workflows.testHook("a").pk())).isEqualTo(Entity.HOOK);
  }

  @Test
  void knowNothingOfOtherPartitions() {
    assertThatThrownBy(() -> LeadingKeys.entity("TENANT#ten_1#INVOICE#1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("TENANT#ten_1#INVOICE#1");
  }
}
