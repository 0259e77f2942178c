package dev.heddle.functions.api.approvals;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.api.RouteClient;
import dev.heddle.functions.api.RouteClient.Answer;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.aws.WaitingTask;
import dev.heddle.functions.aws.cloud.AwsDeployment;
import dev.heddle.functions.aws.cloud.SecureIds;
import dev.heddle.functions.spec.TestUnit;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.wait.EventWait;
import dev.heddle.functions.spec.wait.EventWaits;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SendEventTest {
  private final AwsDeployment cloud = LocalCloud.cloud();
  private final Tenant tenant = new Tenant(new SecureIds().next("ten"));
  private final RouteClient api = RouteClient.member(cloud, tenant.id(), "USER");
  private final EventWaits waits =
      cloud
          .ports(TestUnit.with(new Access.Writes(EventWaits.ENTITY)))
          .of(EventWaits.ENTITY)
          .apply(tenant);

  private WaitingTask waiting(String id, String key) {
    WaitingTask task = new WaitingTask();
    waits.keep(
        new EventWait(
            id,
            "order.paid",
            key,
            "run_1",
            java.time.InstantSource.system().instant().plus(Duration.ofHours(1)),
            task.token));
    return task;
  }

  private static Answer send(RouteClient by, String key) {
    return by.post(
        "/api/v1/events",
        """
        {"event": "order.paid", "key": "%s", "payload": {"sum": 12}}\
        """
            .formatted(key));
  }

  @Test
  void lets_every_run_go_on_that_waits_for_it() {
    WaitingTask one = waiting("wai_1", "17");
    WaitingTask two = waiting("wai_2", "17");
    WaitingTask other = waiting("wai_3", "18");

    Answer sent = send(api, "17");

    assertThat(sent.status()).isEqualTo(200);
    assertThat(sent.body()).hasToString("{\"completed\":2}");
    assertThat(one.output()).hasToString("{\"port\":\"main\",\"output\":{\"sum\":12}}");
    assertThat(two.output()).isEqualTo(one.output());
    assertThat(other.waits()).isTrue();
    assertThat(send(api, "17").body()).hasToString("{\"completed\":0}");
  }

  @Test
  void counts_no_run_that_has_ended() {
    waiting("wai_1", "17").stop();

    assertThat(send(api, "17").body()).hasToString("{\"completed\":0}");
    assertThat(waits.of("order.paid", "17", 10)).isEmpty();
  }

  @Test
  void reaches_no_other_tenant() {
    WaitingTask task = waiting("wai_1", "17");

    assertThat(send(RouteClient.member(cloud, new SecureIds().next("ten"), "OWNER"), "17").body())
        .hasToString("{\"completed\":0}");
    assertThat(task.waits()).isTrue();
    assertThat(send(RouteClient.anyone(cloud), "17").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"event\": \"Order Paid\"}", "{\"event\": \"\"}", "{\"key\": \"1\"}"})
  void takes_a_name_of_an_event(String body) {
    Answer refused = api.post("/api/v1/events", body);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.text("/errors/0/field")).isEqualTo("event");
  }

  @Test
  void takes_no_payload_that_a_run_cannot_get() {
    String large = "x".repeat(201 * 1024);

    assertThat(
            api.post("/api/v1/events", "{\"event\": \"e\", \"payload\": \"" + large + "\"}")
                .status())
        .isEqualTo(413);
  }
}
