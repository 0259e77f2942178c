package dev.heddle.localstack.aws.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Remembers the calls and fails as often as it is told. */
public final class RememberedTargets implements TargetInvoker {
  /** The calls nobody has looked at. */
  public final BlockingQueue<Call> calls = new LinkedBlockingQueue<>();

  /** How many of the next calls fail. */
  public final AtomicInteger failures = new AtomicInteger();

  @Override
  public void call(Call call) {
    calls.add(call);
    if (call.attributes().isEmpty() && failures.getAndDecrement() > 0) {
      throw new IllegalStateException("not reachable");
    }
  }

  /** The next call, waited for. */
  public Call next() throws InterruptedException {
    Call call = calls.poll(10, TimeUnit.SECONDS);
    assertThat(call).isNotNull();
    return call;
  }

  /** Asserts that no call comes for a while. */
  public void assertQuiet() throws InterruptedException {
    assertThat(calls.poll(350, TimeUnit.MILLISECONDS)).isNull();
  }
}
