package dev.heddle.localstack.aws.services.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;
import software.amazon.awssdk.services.scheduler.model.ScheduleSummary;
import software.amazon.awssdk.services.scheduler.model.Tag;
import software.amazon.awssdk.services.scheduler.model.ValidationException;

class SchedulerServiceTest extends SchedulerServiceFixture {

  @Test
  void keepsWhatASchedulesSays() {
    String arn =
        create(
            "nightly",
            "cron(0 2 * * ? *)",
            s ->
                s.scheduleExpressionTimezone("Europe/Berlin")
                    .description("every night")
                    .endDate(Instant.parse("2027-01-01T00:00:00Z"))
                    .actionAfterCompletion(ActionAfterCompletion.DELETE)
                    .target(target(t -> t.sqsParameters(p -> p.messageGroupId("g")))));
    assertThat(arn).isEqualTo("arn:aws:scheduler:us-east-1:000000000000:schedule/default/nightly");
    stop();
    start();
    var schedule = client.getSchedule(s -> s.name("nightly"));
    assertThat(schedule.scheduleExpressionTimezone()).isEqualTo("Europe/Berlin");
    assertThat(schedule.description()).isEqualTo("every night");
    assertThat(schedule.endDate()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
    assertThat(schedule.state()).isEqualTo(ScheduleState.ENABLED);
    assertThat(schedule.actionAfterCompletion()).isEqualTo(ActionAfterCompletion.DELETE);
    assertThat(schedule.flexibleTimeWindow().mode()).isEqualTo(FlexibleTimeWindowMode.OFF);
    assertThat(schedule.target().sqsParameters().messageGroupId()).isEqualTo("g");
    assertThat(schedule.target().retryPolicy().maximumRetryAttempts()).isEqualTo(185);
    assertThat(schedule.creationDate()).isEqualTo(clock.instant());
  }

  @Test
  void changesTheWholeSchedule() {
    create(
        "a",
        "rate(1 day)",
        s -> s.description("old").startDate(Instant.parse("2026-04-01T00:00:00Z")));
    client.updateSchedule(
        s ->
            s.name("a")
                .scheduleExpression("rate(2 days)")
                .state(ScheduleState.DISABLED)
                .flexibleTimeWindow(
                    w -> w.mode(FlexibleTimeWindowMode.FLEXIBLE).maximumWindowInMinutes(5))
                .target(target(t -> {})));
    var schedule = client.getSchedule(s -> s.name("a"));
    assertThat(schedule.scheduleExpression()).isEqualTo("rate(2 days)");
    assertThat(schedule.state()).isEqualTo(ScheduleState.DISABLED);
    assertThat(schedule.description()).isNull();
    assertThat(schedule.flexibleTimeWindow().maximumWindowInMinutes()).isEqualTo(5);
  }

  @Test
  void theSameTokenIsTheSameCreation() {
    String token = UUID.randomUUID().toString();
    create("a", "cron(0 2 * * ? *)", s -> s.clientToken(token));
    create("a", "cron(0 2 * * ? *)", s -> s.clientToken(token));
    assertThatThrownBy(() -> create("a", "cron(0 2 * * ? *)"))
        .isInstanceOf(ConflictException.class);
  }

  @Test
  void listsByGroupPrefixAndState() {
    client.createScheduleGroup(g -> g.name("t1"));
    create("a", "cron(0 2 * * ? *)");
    create("b1", "cron(0 2 * * ? *)", s -> s.groupName("t1"));
    create("b2", "cron(0 2 * * ? *)", s -> s.groupName("t1").state(ScheduleState.DISABLED));
    assertThat(client.listSchedules(l -> l.groupName("t1")).schedules())
        .extracting(ScheduleSummary::name)
        .containsExactly("b1", "b2");
    assertThat(client.listSchedules(l -> l.state(ScheduleState.ENABLED)).schedules()).hasSize(2);
    var page = client.listSchedules(l -> l.maxResults(2));
    assertThat(client.listSchedules(l -> l.nextToken(page.nextToken())).schedules())
        .extracting(ScheduleSummary::name)
        .containsExactly("b2");
    client.deleteScheduleGroup(g -> g.name("t1"));
    assertThat(client.listSchedules(l -> {}).schedules()).hasSize(1);
    assertThatThrownBy(() -> client.getSchedule(s -> s.groupName("t1").name("b1")))
        .isInstanceOf(ResourceNotFoundException.class);
  }

  @Test
  void tagsGroups() {
    String arn =
        client
            .createScheduleGroup(g -> g.name("t1").tags(Tag.builder().key("a").value("1").build()))
            .scheduleGroupArn();
    client.tagResource(t -> t.resourceArn(arn).tags(Tag.builder().key("b").value("2").build()));
    client.untagResource(t -> t.resourceArn(arn).tagKeys("a"));
    assertThat(client.listTagsForResource(t -> t.resourceArn(arn)).tags())
        .extracting(tag -> Map.entry(tag.key(), tag.value()))
        .containsExactly(Map.entry("b", "2"));
    assertThat(client.listScheduleGroups(g -> {}).scheduleGroups())
        .extracting(g -> g.name())
        .containsExactly("default", "t1");
  }

  @Test
  void takesTheExpressionsOfTheTable() {
    var names = Stream.iterate(1, n -> n + 1).map(n -> "s" + n).iterator();
    assertThat(ScheduleCases.accepted()).allSatisfy(row -> create(names.next(), row.expression()));
    assertThat(ScheduleCases.refused())
        .allSatisfy(
            expression ->
                assertThatThrownBy(() -> create(names.next(), expression))
                    .isInstanceOf(ValidationException.class));
  }

  @Test
  void refusesBadInput() {
    assertThatThrownBy(() -> create("a b", "rate(1 day)")).isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> create("a", "rate(1 week)"))
        .isInstanceOf(ValidationException.class)
        .hasMessageContaining("Invalid Schedule Expression rate(1 week).");
    assertThatThrownBy(
            () -> create("a", "rate(1 day)", s -> s.scheduleExpressionTimezone("Mars/Base")))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> create("a", "rate(1 day)", s -> s.groupName("none")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> create("a", "rate(1 day)", s -> s.target(target(t -> t.arn("x")))))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> create("a", "rate(1 day)", s -> s.endDate(clock.instant())))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(
            () ->
                create(
                    "a",
                    "rate(1 day)",
                    s -> s.flexibleTimeWindow(w -> w.mode(FlexibleTimeWindowMode.FLEXIBLE))))
        .isInstanceOf(ValidationException.class);
    assertThatThrownBy(() -> client.deleteSchedule(s -> s.name("none")))
        .isInstanceOf(ResourceNotFoundException.class);
    assertThatThrownBy(() -> client.deleteScheduleGroup(g -> g.name("default")))
        .isInstanceOf(ValidationException.class);
  }
}
