package dev.heddle.functions.nodes.event;

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
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.wait.EventWait;
import dev.heddle.functions.spec.wait.EventWaits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WaitForEventNodeTest {
  private final MovableClock clock = new MovableClock();
  private final AwsDeployment cloud = LocalCloud.cloud(clock);
  private final Tenant tenant = new Tenant(new SecureIds().next("ten"));
  private final EventWaits waits =
      cloud
          .ports(TestUnit.with(new Access.Reads(EventWaits.ENTITY)))
          .of(EventWaits.ENTITY)
          .apply(tenant);
  private final WaitForEventNode node = new WaitForEventNode();
  private final NodeDoor<?> door = NodeDoor.open(node, cloud.ports(node));

  private void call(String config, String path, String token) {
    var call =
        new NodeCall(
            tenant.id(),
            "wf_1",
            "run_1",
            "wait1",
            path,
            WireJson.MAPPER.readTree(config.replace('\'', '"')),
            token);
    door.answer(WireJson.MAPPER.writeValueAsBytes(call));
  }

  @Test
  void waits_for_its_event_and_key() {
    call("{'event':'order.paid','key':'17','timeoutSeconds':60}", "", "t");

    EventWait wait = waits.of("order.paid", "17", 10).getFirst();
    assertThat(wait.token()).isEqualTo("t");
    assertThat(wait.run()).isEqualTo("run_1");
    assertThat(wait.expiresAt()).isEqualTo(clock.instant().plusSeconds(60));
    assertThat(waits.of("order.paid", "", 10)).isEmpty();
  }

  @Test
  void waits_for_a_year_at_most() {
    call("{'event':'order.paid'}", "", "t");

    assertThat(waits.of("order.paid", "", 10).getFirst().expiresAt())
        .isEqualTo(clock.instant().plus(Duration.ofDays(365)));
  }

  @Test
  void waits_once_in_each_place() {
    call("{'event':'e'}", "each1[0]", "t1");
    call("{'event':'e'}", "each1[0]", "t2");
    call("{'event':'e'}", "each1[1]", "t3");

    assertThat(waits.of("e", "", 10))
        .extracting(EventWait::token)
        .containsExactlyInAnyOrder("t2", "t3");
  }

  @Test
  void refuses_what_is_no_name_of_an_event() {
    assertThatThrownBy(() -> call("{'event':'Order Paid'}", "", "t"))
        .isInstanceOf(BadConfig.class)
        .hasMessageContaining("event");
  }
}
