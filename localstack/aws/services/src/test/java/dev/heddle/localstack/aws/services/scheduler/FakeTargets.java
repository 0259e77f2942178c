package dev.heddle.localstack.aws.services.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers the calls and fails as often as it is told. */
final class FakeTargets implements ScheduleTargets {
  final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();
  final AtomicInteger failures = new AtomicInteger();

  @Override
  public void call(Call call) {
    calls.add(call);
    if (call.attributes().isEmpty() && failures.getAndDecrement() > 0) {
      throw new IllegalStateException("not reachable");
    }
  }

  Call next() throws InterruptedException {
    Call call = calls.poll(10, TimeUnit.SECONDS);
    assertThat(call).isNotNull();
    return call;
  }

  void assertQuiet() throws InterruptedException {
    assertThat(calls.poll(350, TimeUnit.MILLISECONDS)).isNull();
  }
}
