package dev.heddle.localstack.aws.stepfunctions.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;

/**
 * The state of a scope's own little state machine: what it is doing in its current state (ready,
 * sleeping, backing off, waiting for a task or for children, done); times are in milliseconds since
 * the epoch.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "phase")
sealed interface Phase {

  /** When the scope must be woken; null for never. */
  @JsonIgnore
  default @Nullable Long due() {
    return null;
  }

  /** Whether it does or awaits something itself, other than what is inside it. */
  @JsonIgnore
  default boolean live() {
    return true;
  }

  /** About to enter its state. */
  record Ready() implements Phase {}

  /** In a Wait state. */
  record Sleeping(long until) implements Phase {
    @Override
    @JsonIgnore
    public Long due() {
      return until;
    }
  }

  /** Before another attempt of its state. */
  record Backoff(long until) implements Phase {
    @Override
    @JsonIgnore
    public Long due() {
      return until;
    }
  }

  /**
   * A Task that is being called, or waits for its token or its job.
   *
   * @param step how far it has come
   * @param arguments JSON text, kept so that a call after a crash is the same call
   * @param token what a worker returns; null where none was given out
   * @param job the ARN of the execution it waits for; null if it waits for none
   * @param early the token's outcome when it came before the call had returned
   */
  record Working(
      Step step,
      String arguments,
      @Nullable String token,
      @Nullable String job,
      @Nullable Long deadline,
      @Nullable Long heartbeat,
      @Nullable Long heartbeatMillis,
      @Nullable TaskOutcome early)
      implements Phase {

    /** How far a Task has come. */
    enum Step {
      CALLING,
      OFFERED,
      WAITING
    }

    @Override
    @JsonIgnore
    public @Nullable Long due() {
      if (deadline == null || heartbeat == null) {
        return deadline == null ? heartbeat : deadline;
      }
      return Math.min(deadline, heartbeat);
    }

    Working waiting(@Nullable String forJob, long now) {
      Long next = heartbeatMillis == null ? null : now + heartbeatMillis;
      return new Working(
          Step.WAITING, arguments, token, forJob, deadline, next, heartbeatMillis, null);
    }

    /** Not called but offered to workers; none of them is silent yet. */
    Working offered() {
      return new Working(
          Step.OFFERED, arguments, token, null, deadline, null, heartbeatMillis, null);
    }

    Working beat(long now) {
      Long next = heartbeatMillis == null ? null : now + heartbeatMillis;
      return new Working(step, arguments, token, job, deadline, next, heartbeatMillis, early);
    }

    Working early(TaskOutcome outcome) {
      return new Working(
          step, arguments, token, job, deadline, heartbeat, heartbeatMillis, outcome);
    }
  }

  /** A Parallel whose branches run. */
  record Branching() implements Phase {
    @Override
    @JsonIgnore
    public boolean live() {
      return false;
    }
  }

  /** A Map whose iterations run, at most {@code limit} at a time. */
  record Iterating(int length, int limit) implements Phase {
    @Override
    @JsonIgnore
    public boolean live() {
      return false;
    }
  }

  /**
   * A distributed Map that reads its items, or writes its results.
   *
   * @param arguments JSON text of the call's arguments
   * @param output JSON text of the results being written; null while items are read
   */
  record Fetching(String arguments, @Nullable String output) implements Phase {}

  /**
   * A distributed Map whose children run.
   *
   * @param limit how many at a time
   * @param tolerated how many of them may fail
   */
  record Mapping(String mapRun, int length, int limit, int tolerated) implements Phase {}

  /** A branch or iteration that has ended well; its output waits for the others. */
  record Done(String output) implements Phase {
    @Override
    @JsonIgnore
    public boolean live() {
      return false;
    }
  }
}
