package dev.heddle.functions.aws.cloud;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.workflow.Workflows;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantsTest {
  private final Grants grants =
      new Grants(
          "ListRuns", Set.of(new Access.Reads(Runs.ENTITY), new Access.Writes(Workflows.ENTITY)));

  @Test
  void letsThroughWhatWasDeclared() {
    assertThatCode(
            () -> {
              grants.reads("TENANT#ten_1#RUN#run_1");
              grants.writes("TENANT#ten_1#WORKFLOW#wf_1");
              grants.reads("TENANT#ten_1#WORKFLOW");
              grants.demandAny(new Access.PushesLive(), new Access.Reads(Runs.ENTITY));
            })
        .doesNotThrowAnyException();
  }

  @Test
  void namesUnitAndAccessOtherwise() {
    assertThatThrownBy(() -> grants.writes("TENANT#ten_1#RUN#run_1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ListRuns")
        .hasMessageContaining("Writes[entity=run]");
    assertThatThrownBy(() -> grants.reads("USER#usr_1")).hasMessageContaining("Reads[entity=user]");
    assertThatThrownBy(() -> grants.demand(new Access.CallsInternet()))
        .hasMessageContaining("CallsInternet");
    assertThatThrownBy(grants::provider).hasMessageContaining("AsksModel");
  }
}
