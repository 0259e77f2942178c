package dev.heddle.functions.aws.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.events.IntakeMessage;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.RunScheduler;
import dev.heddle.functions.spec.port.RunScheduler.Timer;
import dev.heddle.functions.spec.shape.WireJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.scheduler.SchedulerClient;
import software.amazon.awssdk.services.scheduler.model.GetScheduleResponse;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;

class EventBridgeRunSchedulerTest {
  private final AwsDeployment cloud = LocalCloud.cloud();
  private final SchedulerClient client = cloud.clients().scheduler.get();
  private final RunScheduler schedules =
      new EventBridgeRunScheduler(client, cloud.settings().clock());
  private final String workflow = cloud.ids().next("wf");

  private static Timer timer(String trigger, String expression) {
    return new Timer(trigger, expression, "Europe/Berlin", WireJson.MAPPER.readTree("{\"a\":1}"));
  }

  private void set(Timer... timers) {
    schedules.set("ten_a", workflow, List.of(timers));
  }

  private GetScheduleResponse found(String trigger) {
    return client.getSchedule(r -> r.groupName("timers").name(workflow + "-" + trigger));
  }

  private List<String> names() {
    return client
        .listSchedules(r -> r.groupName("timers").namePrefix(workflow))
        .schedules()
        .stream()
        .map(ScheduleSummary::name)
        .toList();
  }

  @Test
  void a_timer_sends_an_event_to_the_intake_queue() {
    set(timer("daily", "cron(0 9 ? * MON-FRI *)"));

    GetScheduleResponse schedule = found("daily");
    assertThat(schedule.scheduleExpression()).isEqualTo("cron(0 9 ? * MON-FRI *)");
    assertThat(schedule.scheduleExpressionTimezone()).isEqualTo("Europe/Berlin");
    assertThat(schedule.target().arn()).endsWith(":intake");
    IntakeMessage message =
        WireJson.MAPPER.readValue(schedule.target().input(), IntakeMessage.class);
    assertThat(message.tenant()).isEqualTo("ten_a");
    assertThat(message.workflow()).isEqualTo(workflow);
    assertThat(message.trigger()).isEqualTo("daily");
    assertThat(message.dedupeKey()).isEqualTo("<aws.scheduler.execution-id>");
    assertThat(message.payload())
        .hasToString("{\"scheduledAt\":\"<aws.scheduler.scheduled-time>\",\"payload\":{\"a\":1}}");
  }

  @Test
  void exactly_the_timers_of_the_last_call_stand() {
    set(timer("one", "rate(1 hour)"), timer("two", "rate(2 hours)"));
    set(timer("two", "rate(3 hours)"), timer("three", "rate(1 day)"));
    set(timer("two", "rate(3 hours)"), timer("three", "rate(1 day)"));

    assertThat(names()).containsExactlyInAnyOrder(workflow + "-two", workflow + "-three");
    assertThat(found("two").scheduleExpression()).isEqualTo("rate(3 hours)");

    set();
    assertThat(names()).isEmpty();
  }

  @Test
  void an_expression_the_clock_refuses_is_told() {
    assertThatThrownBy(() -> set(timer("bad", "cron(every monday)")))
        .isInstanceOfSatisfying(
            Fault.class, fault -> assertThat(fault.problem()).isInstanceOf(Problem.Invalid.class));
  }
}
