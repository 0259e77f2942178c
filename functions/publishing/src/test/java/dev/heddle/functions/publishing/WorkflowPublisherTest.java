package dev.heddle.functions.publishing;

import static dev.heddle.functions.spec.Faults.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.WorkflowVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkflowPublisherTest {
  private final PublishingWorld workspace = new PublishingWorld();

  @ParameterizedTest
  @CsvSource({
    "StateMachines.build, false",
    "StateMachines.build, true",
    "Workflows.add, false",
    "Workflows.add, true",
    "Workflows.point, false",
    "Workflows.point, true",
    "StateMachines.publish, false",
    "StateMachines.publish, true",
    "RunScheduler.set, false",
    "RunScheduler.set, true"
  })
  void finishesWhatAnAttemptThatDiedLeftUndone(String step, boolean done) {
    Workflow draft = workspace.drawn("orders", "0 9 ? * MON *");
    workspace.publish(draft);
    Workflow next = workspace.redrawn(draft, "bills", "0 12 ? * MON *");
    Outage outage = new Outage(step, done);

    assertThatThrownBy(() -> workspace.publish(next, outage)).isInstanceOf(Outage.Died.class);
    assertThat(workspace.isWhole(draft.id())).isTrue();
    WorkflowVersion version = workspace.publish(next, outage);

    assertThat(version.version()).isEqualTo(2);
    assertThat(workspace.versions(draft.id())).containsExactly(2L, 1L);
    assertThat(workspace.state(draft.id()))
        .isEqualTo(new PublishingWorld.State(2, 2, "bills", "cron(0 12 ? * MON *)"));
    assertThat(workspace.holder("orders")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Workflows.point", "StateMachines.publish", "RunScheduler.set"})
  void finishesARollbackThatDied(String step) {
    Workflow draft = workspace.drawn("orders", "0 9 ? * MON *");
    WorkflowVersion first = workspace.publish(draft);
    Workflow next = workspace.redrawn(draft, "bills", "0 12 ? * MON *");
    workspace.publish(next);
    Outage outage = new Outage(step, true);

    assertThatThrownBy(() -> workspace.restore(first, outage)).isInstanceOf(Outage.Died.class);
    assertThat(workspace.isWhole(draft.id())).isTrue();
    workspace.restore(first, outage);

    assertThat(workspace.state(draft.id()))
        .isEqualTo(new PublishingWorld.State(1, 1, "orders", "cron(0 9 ? * MON *)"));
  }

  @Test
  void movesNothingForAScheduleThatTheClockWouldRefuse() {
    Workflow draft = workspace.drawn("orders", "0 9 ? * MON *");
    workspace.publish(draft);
    PublishingWorld.State before = workspace.state(draft.id());
    Workflow next = workspace.redrawn(draft, "bills", "at noon");

    refused(Problem.Unpublishable.class, () -> workspace.publish(next));

    assertThat(workspace.state(draft.id())).isEqualTo(before);
    assertThat(workspace.versions(draft.id())).containsExactly(1L);
  }

  @Test
  void movesNothingForAPathThatAnotherWorkflowHas() {
    workspace.publish(workspace.drawn("bills", "0 9 ? * MON *"));
    Workflow draft = workspace.drawn("orders", "0 9 ? * MON *");
    workspace.publish(draft);
    PublishingWorld.State before = workspace.state(draft.id());
    Workflow next = workspace.redrawn(draft, "bills", "0 12 ? * MON *");

    refused(Problem.Conflict.class, () -> workspace.publish(next));

    assertThat(workspace.state(draft.id())).isEqualTo(before);
    assertThat(workspace.versions(draft.id())).containsExactly(1L);
  }

  @Test
  void makesANewVersionOfADraftThatWasPublishedBeforeTheRollback() {
    Workflow draft = workspace.drawn("orders", "0 9 ? * MON *");
    WorkflowVersion first = workspace.publish(draft);
    Workflow next = workspace.redrawn(draft, "bills", "0 12 ? * MON *");
    workspace.publish(next);
    workspace.restore(first, PublishingWorld.NO_OUTAGE);

    assertThat(workspace.publish(workspace.found(next.id())).version()).isEqualTo(3);
  }

  @Test
  void anotherTenantMayHaveThePathToo() {
    workspace.publish(workspace.drawn("orders", "0 9 ? * MON *"));
    PublishingWorld other = new PublishingWorld();

    assertThat(other.publish(other.drawn("orders", "0 9 ? * MON *")).version()).isOne();
  }
}
