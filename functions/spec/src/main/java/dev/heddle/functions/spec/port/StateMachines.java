package dev.heddle.functions.spec.port;

import dev.heddle.events.RunInput;
import dev.heddle.statemachines.language.CompiledMachine;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** State machines of workflows and their executions. */
public interface StateMachines {

  /**
   * Makes this build runnable, by an immutable version of the workflow's state machine; repeatable.
   *
   * @return the version's ARN
   */
  String build(String tenant, String workflow, String build, CompiledMachine machine);

  /** Points the workflow's alias {@code live} at a version. */
  void publish(String versionArn);

  /** Removes the workflow's state machines with all versions. */
  void remove(String tenant, String workflow);

  /**
   * Starts a run of a Standard build; the run's id is the execution's name, so starting it again
   * with the same input does nothing.
   */
  void start(String versionArn, RunInput input);

  /** Runs an Express build and waits for its end, at most 25 seconds. */
  Outcome runSync(String versionArn, RunInput input);

  /** The same under a name of its own, so that no run is recorded. */
  Outcome tryOut(String versionArn, RunInput input);

  /**
   * Takes a Standard run up again where it failed or was stopped.
   *
   * @throws dev.heddle.functions.spec.fault.Fault conflict when it can't be
   */
  void redrive(String versionArn, String run);

  /** Asks for a run's end; nothing happens when it has ended. */
  void stop(String versionArn, String run);

  /** How a Standard run stands. */
  Optional<Outcome> outcome(String versionArn, String run);

  /** Waits until a Standard run ends; empty when it has not within the time. */
  Optional<Outcome> await(String versionArn, String run, Duration atMost);

  /** How an execution ended, or that it runs. */
  record Outcome(
      String status, @Nullable JsonNode output, @Nullable String error, @Nullable String cause) {}
}
