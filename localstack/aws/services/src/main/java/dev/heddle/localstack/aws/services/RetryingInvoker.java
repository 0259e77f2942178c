package dev.heddle.localstack.aws.services;

import dev.heddle.localstack.aws.services.DurableWork.WorkItem;
import dev.heddle.localstack.aws.services.TargetInvoker.Call;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Calls targets, again and again within their retry policy, and lays aside what never works. */
public final class RetryingInvoker {
  private static final System.Logger LOG = System.getLogger(RetryingInvoker.class.getName());
  // A target that was down for hours should get its events soon after it is back.
  private static final int LONGEST_PAUSE = 300;

  private final TargetInvoker targets;
  private final InstantSource clock;

  /** A caller of these targets. */
  public RetryingInvoker(TargetInvoker targets, InstantSource clock) {
    this.targets = targets;
    this.clock = clock;
  }

  /**
   * One attempt to call the target; answers when the next is, if there is to be one.
   *
   * @param origin what a dead letter says of where it comes from
   */
  public Optional<Instant> attempt(
      WorkItem item, DeliveryTarget target, String input, Map<String, String> origin) {
    var call = new Call(target.arn(), item.id(), input, target.messageGroup(), Map.of());
    Optional<Exception> failure = call(call);
    // From now, not from when it was accepted: retries that were missed must not all follow at
    // once.
    Instant again = clock.instant().plus(pause(item.attempt()));
    if (failure.isPresent() && mayRetry(item, target, again)) {
      return Optional.of(again);
    }
    failure.ifPresent(cause -> giveUp(item, target, call, origin, cause));
    return Optional.empty();
  }

  private Optional<Exception> call(Call call) {
    try {
      targets.call(call);
      return Optional.empty();
    } catch (Exception e) { // the door to the target: whatever fails is an attempt that failed
      return Optional.of(e);
    }
  }

  private static boolean mayRetry(WorkItem item, DeliveryTarget target, Instant again) {
    Duration age = Duration.between(item.accepted(), again);
    // Counted for the next attempt: one that would only be made after its age is over is not waited
    // for.
    return item.attempt() <= target.retries() && age.compareTo(target.maxAge()) <= 0;
  }

  /** One second, two, four and so on, at most five minutes. */
  private static Duration pause(int attempt) {
    // The shift is bounded too: 1L << 64 is 1 again, and the pause would start over.
    return Duration.ofSeconds(Math.min(LONGEST_PAUSE, 1L << Math.min(attempt - 1, 20)));
  }

  private void giveUp(
      WorkItem item,
      DeliveryTarget target,
      Call call,
      Map<String, String> origin,
      Exception cause) {
    LOG.log(
        System.Logger.Level.WARNING,
        "{0} gave up calling {1} after {2} attempts: {3}",
        item.topic(),
        target.arn(),
        item.attempt(),
        cause);
    target
        .deadLetters()
        .ifPresent(
            queue ->
                sendDeadLetter(deadLetter(queue, call, attributes(item, target, origin, cause))));
  }

  private static Call deadLetter(String queue, Call call, Map<String, String> attributes) {
    return new Call(queue, call.executionId(), call.input(), call.messageGroup(), attributes);
  }

  private static Map<String, String> attributes(
      WorkItem item, DeliveryTarget target, Map<String, String> origin, Exception cause) {
    Map<String, String> attributes = new HashMap<>(origin);
    attributes.put("TARGET_ARN", target.arn());
    attributes.put("EXECUTION_ID", item.id());
    attributes.put("RETRY_ATTEMPTS", Integer.toString(item.attempt() - 1));
    attributes.put("ERROR_CODE", cause.getClass().getSimpleName());
    attributes.put("ERROR_MESSAGE", String.valueOf(cause.getMessage()));
    return attributes;
  }

  private void sendDeadLetter(Call letter) {
    call(letter)
        .ifPresent(
            failure ->
                LOG.log(
                    System.Logger.Level.WARNING,
                    "The dead letter could not be sent to " + letter.arn(),
                    failure));
  }
}
