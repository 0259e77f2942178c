package dev.heddle.functions.aws.cloud;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Access.Entity;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantsTest {
  private final Grants grants =
      new Grants(
          "ListRuns", Set.of(new Access.Reads(Entity.RUN), new Access.Writes(Entity.WORKFLOW)));

  @Test
  void letsThroughWhatWasDeclared() {
    assertThatCode(
            () -> {
              grants.reads(Entity.RUN);
              grants.writes(Entity.WORKFLOW);
              grants.reads(Entity.WORKFLOW);
              grants.demandAny(new Access.PushesLive(), new Access.Reads(Entity.RUN));
            })
        .doesNotThrowAnyException();
  }

  @Test
  void namesUnitAndAccessOtherwise() {
    assertThatThrownBy(() -> grants.writes(Entity.RUN))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("ListRuns")
        .hasMessageContaining("Writes[entity=RUN]");
    assertThatThrownBy(() -> grants.reads(Entity.USER)).hasMessageContaining("Reads[entity=USER]");
    assertThatThrownBy(() -> grants.demand(new Access.CallsInternet()))
        .hasMessageContaining("CallsInternet");
  }
}
