package dev.heddle.functions.aws.entity.account;

import static dev.heddle.functions.spec.Faults.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.heddle.functions.aws.ConcurrentWrites;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.spec.MovableClock;
import dev.heddle.functions.spec.TestUnit;
import dev.heddle.functions.spec.account.RateLimiter;
import dev.heddle.functions.spec.account.RateLimiter.Limit;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.unit.Access;
import java.time.Duration;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DynamoRateLimiterTest {
  private static final Limit THREE = new Limit("three", 3, Duration.ofMinutes(15));

  private final MovableClock clock = new MovableClock();
  private final RateLimiter attempts =
      LocalCloud.cloud(clock)
          .ports(TestUnit.with(new Access.Writes(RateLimiter.ENTITY)))
          .of(RateLimiter.ENTITY);
  private final String who = UUID.randomUUID().toString();

  private void spend(int times) {
    for (int i = 0; i < times; i++) {
      attempts.acquire(THREE, who);
    }
  }

  @Test
  void refusesAfterTheLimit() {
    spend(3);

    Problem.TooMany problem = refused(Problem.TooMany.class, () -> spend(1));
    assertThat(problem.retryAfterSeconds()).isBetween(1L, 900L);
  }

  @Test
  void countsEachSubjectAndLimitForItself() {
    spend(3);

    assertThatCode(() -> attempts.acquire(THREE, who + "x")).doesNotThrowAnyException();
    assertThatCode(() -> attempts.acquire(new Limit("other", 3, Duration.ofMinutes(15)), who))
        .doesNotThrowAnyException();
  }

  @Test
  void beginsAnewInTheNextWindow() {
    spend(3);
    long wait = refused(Problem.TooMany.class, () -> spend(1)).retryAfterSeconds();
    clock.pass(Duration.ofSeconds(wait));

    spend(3);
    refused(Problem.TooMany.class, () -> spend(1));
  }

  @Test
  void forgives() {
    spend(3);
    attempts.reset(THREE, who);

    spend(3);
  }

  @Test
  void countsSimultaneousAttempts() throws Exception {
    var outcomes =
        ConcurrentWrites.of(
            20,
            _ -> {
              try {
                spend(1);
                return true;
              } catch (Fault e) {
                return false;
              }
            });

    assertThat(Collections.frequency(outcomes, true)).isEqualTo(3);
  }

  @Test
  void takesSubjectsOfAnyLength() {
    attempts.acquire(THREE, who + "#\0\n".repeat(10_000));
  }
}
