package dev.heddle.functions.aws.entity.wait;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.spec.MovableClock;
import dev.heddle.functions.spec.TestUnit;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.wait.EventWait;
import dev.heddle.functions.spec.wait.EventWaits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class DynamoEventWaitsTest {
  private final MovableClock clock = new MovableClock();
  private final Ports ports =
      LocalCloud.cloud(clock).ports(TestUnit.with(new Access.Writes(EventWaits.ENTITY)));
  private final EventWaits waits = someones();

  private EventWaits someones() {
    return ports.of(EventWaits.ENTITY).apply(new Tenant(ports.ids().next("ten")));
  }

  private EventWait wait(String id, String event, String key, String token) {
    return new EventWait(id, event, key, "run_1", clock.instant().plus(Duration.ofHours(1)), token);
  }

  @Test
  void are_found_by_event_and_key_of_their_tenant() {
    EventWait one = wait("wai_1", "order.paid", "17", "t1");
    EventWait two = wait("wai_2", "order.paid", "17", "t2");
    waits.keep(one);
    waits.keep(two);
    waits.keep(wait("wai_3", "order.paid", "18", "t3"));
    waits.keep(wait("wai_4", "order", "paid\n17", "t4"));

    assertThat(waits.of("order.paid", "17", 10)).containsExactlyInAnyOrder(one, two);
    assertThat(waits.of("order.paid", "17", 1)).hasSize(1);
    assertThat(someones().of("order.paid", "17", 10)).isEmpty();
    assertThat(one.toString()).doesNotContain("t1");
  }

  @Test
  void are_dropped_unless_they_wait_anew() {
    EventWait before = wait("wai_1", "e", "", "t1");
    EventWait anew = wait("wai_1", "e", "", "t2");
    waits.keep(before);
    waits.keep(anew);

    waits.drop(before);
    assertThat(waits.of("e", "", 10)).containsExactly(anew);

    waits.drop(anew);
    assertThat(waits.of("e", "", 10)).isEmpty();
  }

  @Test
  void are_forgotten_when_nobody_waits_any_more() {
    waits.keep(wait("wai_1", "e", "", "t1"));

    clock.pass(Duration.ofHours(2));

    assertThat(waits.of("e", "", 10)).isEmpty();
  }
}
