package dev.heddle.functions.aws.entity.idempotency;

import static dev.heddle.functions.spec.Faults.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.functions.aws.ConcurrentWrites;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.spec.MovableClock;
import dev.heddle.functions.spec.TestUnit;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Idempotency;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.unit.Access;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DynamoIdempotencyTest {
  record Answer(String id, int number) {}

  private final MovableClock clock = new MovableClock();
  private final Ports ports =
      LocalCloud.cloud(clock).ports(TestUnit.with(new Access.Writes(Idempotency.ENTITY)));
  private final Idempotency calls = of(ports.ids().next("ten"));
  private final AtomicInteger done = new AtomicInteger();

  private Idempotency of(String tenant) {
    return ports.of(Idempotency.ENTITY).apply(new Tenant(tenant));
  }

  private Answer call(@Nullable String key, Object request) {
    return calls.once("Create", key, request, Answer.class, this::work);
  }

  private Answer work() {
    return new Answer("wf", done.incrementAndGet());
  }

  @Test
  void answersARepeatedCallFromTheFirst() {
    Answer first = call("k1", Map.of("a", 1));

    assertThat(call("k1", Map.of("a", 1))).isEqualTo(first);
    assertThat(done).hasValue(1);
  }

  @Test
  void doesTheWorkForEachKeyRouteAndTenant() {
    call("k1", "r");
    call("k2", "r");
    call(null, "r");
    call(null, "r");
    calls.once("Other", "k1", "r", Answer.class, this::work);
    of(ports.ids().next("ten")).once("Create", "k1", "r", Answer.class, this::work);

    assertThat(done).hasValue(6);
  }

  @Test
  void refusesTheKeyForAnotherRequest() {
    call("k1", "one");

    refused(Problem.Invalid.class, () -> call("k1", "other"));
    assertThat(done).hasValue(1);
  }

  @Test
  void refusesUnfitKeys() {
    refused(Problem.Invalid.class, () -> call("", "r"));
    refused(Problem.Invalid.class, () -> call("a b", "r"));
    refused(Problem.Invalid.class, () -> call("x".repeat(201), "r"));
  }

  @Test
  void leavesTheKeyFreeAfterAFailure() {
    assertThatThrownBy(
            () ->
                calls.once(
                    "Create",
                    "k1",
                    "r",
                    Answer.class,
                    () -> {
                      throw Fault.notFound("thing");
                    }))
        .isInstanceOf(Fault.class);

    assertThat(call("k1", "r").number()).isOne();
  }

  @Test
  void refusesWhileTheFirstIsUnderWay() {
    calls.once(
        "Create",
        "k1",
        "r",
        Answer.class,
        () -> {
          refused(Problem.Conflict.class, () -> call("k1", "r"));
          return work();
        });

    assertThat(done).hasValue(1);
  }

  @Test
  void takesOverFromACallThatDied() {
    Answer late =
        calls.once(
            "Create",
            "k1",
            "r",
            Answer.class,
            () -> {
              clock.pass(Duration.ofSeconds(61));
              assertThat(call("k1", "r").number()).isOne();
              return work();
            });

    assertThat(late.number()).isEqualTo(2);
    assertThat(call("k1", "r").number()).isOne();
  }

  @Test
  void forgetsAfterADay() {
    call("k1", "r");
    clock.pass(Duration.ofHours(24).plusSeconds(1));

    assertThat(call("k1", "r").number()).isEqualTo(2);
  }

  @Test
  void doesTheWorkOnceForManyAtOnce() throws Exception {
    ConcurrentWrites.of(
        10,
        _ -> {
          try {
            return call("k1", "r").number();
          } catch (Fault e) {
            return 0;
          }
        });

    assertThat(done).hasValue(1);
  }

  @Test
  void saysSoWhenAnAnswerIsTooLargeToRepeat() {
    String noise =
        new Random(1)
            .ints(500_000, 32, 127)
            .mapToObj(Character::toString)
            .collect(Collectors.joining());

    calls.once("Create", "k1", "r", Answer.class, () -> new Answer(noise, 1));

    Problem.Conflict problem = refused(Problem.Conflict.class, () -> call("k1", "r"));
    assertThat(problem.detail()).contains("too large");
  }
}
