package dev.heddle.functions.publishing;

import static dev.heddle.functions.spec.Faults.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.workflow.Version;
import dev.heddle.functions.spec.workflow.Workflow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishingTest {
  private final Workspace workspace = new Workspace();

  @ParameterizedTest
  @CsvSource({
    "Machines.build, false",
    "Machines.build, true",
    "Workflows.add, false",
    "Workflows.add, true",
    "Workflows.point, false",
    "Workflows.point, true",
    "Machines.publish, false",
    "Machines.publish, true",
    "Schedules.set, false",
    "Schedules.set, true"
  })
  void finishesWhatAnAttemptThatDiedLeftUndone(String step, boolean done) {
    Workflow draft = workspace.drawn("orders", "0 9 ? * MON *");
    workspace.publish(draft);
    Workflow next = workspace.redrawn(draft, "bills", "0 12 ? * MON *");
    Outage outage = new Outage(step, done);

    assertThatThrownBy(() -> workspace.publish(next, outage)).isInstanceOf(Outage.Died.class);
    assertThat(workspace.isWhole(draft.id())).isTrue();
    Version version = workspace.publish(next, outage);

    assertThat(version.version()).isEqualTo(2);
    assertThat(workspace.versions(draft.id())).containsExactly(2L, 1L);
    assertThat(workspace.state(draft.id()))
        .isEqualTo(new Workspace.State(2, 2, "bills", "cron(0 12 ? * MON *)"));
    assertThat(workspace.holder("orders")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Workflows.point", "Machines.publish", "Schedules.set"})
  void finishesARollbackThatDied(String step) {
    Workflow draft = workspace.drawn("orders", "0 9 ? * MON *");
    Version first = workspace.publish(draft);
    Workflow next = workspace.redrawn(draft, "bills", "0 12 ? * MON *");
    workspace.publish(next);
    Outage outage = new Outage(step, true);

    assertThatThrownBy(() -> workspace.restore(first, outage)).isInstanceOf(Outage.Died.class);
    assertThat(workspace.isWhole(draft.id())).isTrue();
    workspace.restore(first, outage);

    assertThat(workspace.state(draft.id()))
        .isEqualTo(new Workspace.State(1, 1, "orders", "cron(0 9 ? * MON *)"));
  }

  @Test
  void movesNothingForAScheduleThatTheClockWouldRefuse() {
    Workflow draft = workspace.drawn("orders", "0 9 ? * MON *");
    workspace.publish(draft);
    Workspace.State before = workspace.state(draft.id());
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
    Workspace.State before = workspace.state(draft.id());
    Workflow next = workspace.redrawn(draft, "bills", "0 12 ? * MON *");

    refused(Problem.Conflict.class, () -> workspace.publish(next));

    assertThat(workspace.state(draft.id())).isEqualTo(before);
    assertThat(workspace.versions(draft.id())).containsExactly(1L);
  }

  @Test
  void makesANewVersionOfADraftThatWasPublishedBeforeTheRollback() {
    Workflow draft = workspace.drawn("orders", "0 9 ? * MON *");
    Version first = workspace.publish(draft);
    Workflow next = workspace.redrawn(draft, "bills", "0 12 ? * MON *");
    workspace.publish(next);
    workspace.restore(first, Workspace.NO_OUTAGE);

    assertThat(workspace.publish(workspace.found(next.id())).version()).isEqualTo(3);
  }

  @Test
  void anotherTenantMayHaveThePathToo() {
    workspace.publish(workspace.drawn("orders", "0 9 ? * MON *"));
    Workspace other = new Workspace();

    assertThat(other.publish(other.drawn("orders", "0 9 ? * MON *")).version()).isOne();
  }
}
