package dev.heddle.functions.aws.cloud;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.workflow.Workflows;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DeclaredAccessTest {
  private final DeclaredAccess declaredAccess =
      new DeclaredAccess(
          "ListRuns", Set.of(new Access.Reads(Runs.ENTITY), new Access.Writes(Workflows.ENTITY)));

  @Test
  void letsThroughWhatWasDeclared() {
    assertThatCode(
            () -> {
              declaredAccess.reads("TENANT#ten_1#RUN#run_1");
              declaredAccess.writes("TENANT#ten_1#WORKFLOW#wf_1");
              declaredAccess.reads("TENANT#ten_1#WORKFLOW");
              declaredAccess.demandAny(new Access.PushesLive(), new Access.Reads(Runs.ENTITY));
            })
        .doesNotThrowAnyException();
  }

  @Test
  void namesUnitAndAccessOtherwise() {
    assertThatThrownBy(() -> declaredAccess.writes("TENANT#ten_1#RUN#run_1"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ListRuns")
        .hasMessageContaining("Writes[entity=run]");
    assertThatThrownBy(() -> declaredAccess.reads("USER#usr_1"))
        .hasMessageContaining("Reads[entity=user]");
    assertThatThrownBy(() -> declaredAccess.demand(new Access.CallsInternet()))
        .hasMessageContaining("CallsInternet");
    assertThatThrownBy(declaredAccess::provider).hasMessageContaining("AsksModel");
  }
}
