package dev.heddle.localstack.aws.services.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.scheduler.model.ActionAfterCompletion;
import software.amazon.awssdk.services.scheduler.model.FlexibleTimeWindowMode;
import software.amazon.awssdk.services.scheduler.model.ResourceNotFoundException;
import software.amazon.awssdk.services.scheduler.model.ScheduleState;

class ScheduleDispatcherTest extends SchedulerServiceFixture {

  @Test
  void callsTheTargetWhenItIsTime() throws Exception {
    create("daily", "cron(0 11 * * ? *)");
    targets.assertQuiet();
    clock.advance(Duration.ofHours(1));
    var call = targets.next();
    assertThat(call.arn()).isEqualTo(MACHINE);
    assertThat(call.service()).isEqualTo("states");
    assertThat(call.input()).isEqualTo("{\"at\":\"2026-03-01T11:00:00Z\"}");
    clock.advance(Duration.ofHours(24));
    assertThat(targets.next().input()).contains("2026-03-02T11:00:00Z");
  }

  @Test
  void aRateStartsAtOnceAndASwitchedOffScheduleNever() throws Exception {
    create("off", "rate(1 minute)", s -> s.state(ScheduleState.DISABLED));
    targets.assertQuiet();
    create("on", "rate(1 minute)");
    assertThat(targets.next().input()).contains("2026-03-01T10:00:00Z");
    clock.advance(Duration.ofMinutes(1));
    assertThat(targets.next().input()).contains("2026-03-01T10:01:00Z");
  }

  @Test
  void startAndEndBoundIt() throws Exception {
    create(
        "bounded",
        "rate(1 hour)",
        s ->
            s.startDate(Instant.parse("2026-03-01T12:00:00Z"))
                .endDate(Instant.parse("2026-03-01T13:30:00Z"))
                .actionAfterCompletion(ActionAfterCompletion.DELETE));
    clock.advance(Duration.ofHours(2));
    assertThat(targets.next().input()).contains("12:00:00Z");
    clock.advance(Duration.ofHours(1));
    assertThat(targets.next().input()).contains("13:00:00Z");
    awaitGone("bounded");
  }

  @Test
  void aOneTimeScheduleFiresOnceAndGoesIfTold() throws Exception {
    create("kept", "at(2026-03-01T10:30:00)");
    create(
        "gone",
        "at(2026-03-01T11:30:00)",
        s ->
            s.scheduleExpressionTimezone("Europe/Berlin")
                .actionAfterCompletion(ActionAfterCompletion.DELETE));
    clock.advance(Duration.ofMinutes(30));
    targets.next();
    targets.next();
    awaitGone("gone");
    clock.advance(Duration.ofDays(1));
    targets.assertQuiet();
    assertThat(client.getSchedule(s -> s.name("kept")).name()).isEqualTo("kept");
  }

  @Test
  void whatWasMissedIsCalledOnce() throws Exception {
    create("often", "cron(0/10 * * * ? *)");
    targets.next();
    stop();
    clock.advance(Duration.ofMinutes(55));
    start();
    assertThat(targets.next().input()).contains("2026-03-01T10:50:00Z");
    targets.assertQuiet();
    clock.advance(Duration.ofMinutes(5));
    assertThat(targets.next().input()).contains("2026-03-01T11:00:00Z");
  }

  /** What was stored when less was refused may have no next time in a month that comes. */
  @Test
  void oneWithoutANextTimeHoldsUpNoOther() throws Exception {
    create("broken", "cron(0 11 30 * ? *)");
    create("good", "cron(0 12 * * ? *)");
    stop();
    try (var file = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("scheduler.db"));
        var sql = file.createStatement()) {
      sql.execute(
          "UPDATE schedule SET definition = replace(definition, '11 30 *', '11 31W *'),"
              + " next = 0, fire = 0 WHERE name = 'broken'");
    }
    start();
    clock.advance(Duration.ofHours(2));
    assertThat(targets.next().input()).contains("2026-03-01T12:00:00Z");
  }

  @Test
  void whatWasMissedTooLongAgoIsNot() throws Exception {
    create(
        "daily",
        "cron(0 11 * * ? *)",
        s -> s.target(target(t -> t.retryPolicy(r -> r.maximumEventAgeInSeconds(60)))));
    stop();
    clock.advance(Duration.ofHours(2));
    start();
    targets.assertQuiet();
    clock.advance(Duration.ofHours(23));
    assertThat(targets.next().input()).contains("2026-03-02T11:00:00Z");
  }

  @Test
  void aFlexibleWindowDelaysWithinItself() throws Exception {
    create(
        "flexible",
        "cron(0 11 * * ? *)",
        s ->
            s.flexibleTimeWindow(
                w -> w.mode(FlexibleTimeWindowMode.FLEXIBLE).maximumWindowInMinutes(30)));
    clock.advance(Duration.ofMinutes(90));
    assertThat(targets.next().input()).contains("2026-03-01T11:00:00Z");
  }

  @Test
  void triesAgainWithTheSameIdAfterARestartToo() throws Exception {
    targets.failures.set(2);
    create(
        "a",
        "at(2026-03-01T10:00:00)",
        s -> s.target(target(t -> t.input("<aws.scheduler.attempt-number>"))));
    var first = targets.next();
    assertThat(first.input()).isEqualTo("1");
    targets.assertQuiet();
    clock.advance(Duration.ofSeconds(1));
    assertThat(targets.next().executionId()).isEqualTo(first.executionId());
    targets.assertQuiet();
    stop();
    clock.advance(Duration.ofSeconds(2));
    start();
    var third = targets.next();
    assertThat(third.executionId()).isEqualTo(first.executionId());
    assertThat(third.input()).isEqualTo("3");
  }

  @Test
  void laysAsideWhatNeverWorks() throws Exception {
    targets.failures.set(100);
    create(
        "a",
        "at(2026-03-01T10:00:00)",
        s ->
            s.target(
                target(
                    t ->
                        t.deadLetterConfig(d -> d.arn(DEAD))
                            .retryPolicy(r -> r.maximumRetryAttempts(1)))));
    targets.next();
    targets.assertQuiet();
    clock.advance(Duration.ofSeconds(1));
    targets.next();
    var letter = targets.next();
    assertThat(letter.arn()).isEqualTo(DEAD);
    assertThat(letter.attributes())
        .containsEntry("TARGET_ARN", MACHINE)
        .containsEntry("RETRY_ATTEMPTS", "1")
        .containsEntry("ERROR_MESSAGE", "not reachable");
  }

  @Test
  void withoutInputTheTargetGetsTheServicesEvent() throws Exception {
    create("a", "at(2026-03-01T10:00:00)", s -> s.target(target(t -> t.input(null))));
    assertThat(targets.next().input())
        .contains("\"source\":\"aws.scheduler\"")
        .contains("\"time\":\"2026-03-01T10:00:00Z\"")
        .contains("schedule/default/a");
  }

  private void awaitGone(String name) throws InterruptedException {
    Thread.sleep(200);
    assertThatThrownBy(() -> client.getSchedule(s -> s.name(name)))
        .isInstanceOf(ResourceNotFoundException.class);
  }
}
