package dev.heddle.functions.aws.entity.live;

import static dev.heddle.functions.spec.Faults.refused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.spec.MovableClock;
import dev.heddle.functions.spec.TestUnit;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Connections;
import dev.heddle.functions.spec.port.Connections.Connection;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.Access;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DynamoConnectionsTest {
  private final MovableClock clock = new MovableClock();
  private final Ports ports =
      LocalCloud.cloud(clock).ports(TestUnit.with(new Access.Writes(Connections.ENTITY)));
  private final Connections connections = ports.of(Connections.ENTITY);
  private final Tenant tenant = new Tenant(ports.ids().next("ten"));
  private final Connection one = connection();
  private final Connection two = connection();

  private Connection connection() {
    return new Connection(
        ports.ids().next("AbC="), tenant, "usr_ada", clock.instant().plus(Duration.ofHours(2)));
  }

  @BeforeEach
  void open() {
    connections.open(one);
    connections.open(two);
  }

  @Test
  void findsFollowersOfATopicInItsTenantOnly() {
    connections.follow(one, "runs");
    connections.follow(one, "runs");
    connections.follow(two, "runs");
    connections.follow(two, "run:run_1");

    assertThat(connections.find(one.id())).contains(one);
    assertThat(connections.followers(tenant, "runs")).containsExactlyInAnyOrder(one.id(), two.id());
    assertThat(connections.followers(tenant, "run:run_1")).containsExactly(two.id());
    assertThat(connections.followers(tenant, "run")).isEmpty();
    assertThat(connections.followers(new Tenant("ten_other"), "runs")).isEmpty();
  }

  @Test
  void leavesATopic() {
    connections.follow(one, "runs");
    connections.leave(one, "runs");
    connections.leave(one, "runs");

    assertThat(connections.followers(tenant, "runs")).isEmpty();
  }

  @Test
  void forgetsAClosedConnectionWithItsTopics() {
    connections.follow(one, "runs");
    connections.follow(one, "workflow:wf_1");

    connections.close(one.id());
    connections.close(one.id());

    assertThat(connections.find(one.id())).isEmpty();
    assertThat(connections.followers(tenant, "runs")).isEmpty();
    assertThat(connections.followers(tenant, "workflow:wf_1")).isEmpty();
  }

  @Test
  void forgetsAnExpiredConnection() {
    connections.follow(one, "runs");
    clock.pass(Duration.ofHours(2));

    assertThat(connections.find(one.id())).isEmpty();
    assertThat(connections.followers(tenant, "runs")).isEmpty();
  }

  @Test
  void followsSoManyTopicsAtMost() {
    for (int i = 0; i < Connections.MOST_TOPICS; i++) {
      connections.follow(one, "run:" + i);
    }

    connections.follow(one, "run:0");
    refused(Problem.TooMany.class, () -> connections.follow(one, "runs"));
    connections.leave(one, "run:0");
    connections.follow(one, "runs");
  }
}
