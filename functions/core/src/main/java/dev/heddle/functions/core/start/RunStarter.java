package dev.heddle.functions.core.start;

import dev.heddle.events.RunInput;
import dev.heddle.events.RunParent;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.StateMachines;
import dev.heddle.functions.spec.run.Run;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Starts runs of builds. */
public final class RunStarter {
  /** The longest payload, in bytes of JSON: a state machine's input holds 256 KiB in all. */
  public static final int MAX_PAYLOAD = 200 * 1024;

  private final Function<Tenant, Runs> runs;
  private final StateMachines machines;
  private final InstantSource clock;

  /** Starts on these machines, recorded in these runs. */
  public RunStarter(Function<Tenant, Runs> runs, StateMachines machines, InstantSource clock) {
    this.runs = runs;
    this.machines = machines;
    this.clock = clock;
  }

  /**
   * Starts a run and records it; starting the same run with the same payload again does nothing.
   *
   * @param trigger the id of the trigger node that fired
   * @throws Fault too-large when the payload is over {@link #MAX_PAYLOAD}
   * @return the run as it is recorded from now on
   */
  public Run start(
      Tenant tenant,
      WorkflowBuild build,
      String workflowName,
      String id,
      String trigger,
      JsonNode payload) {
    return start(tenant, build, workflowName, id, trigger, payload, null);
  }

  /** The same, with the run that led to it. */
  public Run start(
      Tenant tenant,
      WorkflowBuild build,
      String workflowName,
      String id,
      String trigger,
      JsonNode payload,
      @Nullable RunParent parent) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    machines.start(
        build.versionArn(), input(tenant, build, id, trigger, payload).startedBy(parent));
    Run run = running(build, workflowName, id, trigger, payload, now).startedBy(parent);
    // After the start: recorded first, a start that fails would leave a run that is under way for
    // ever. If the record is lost instead, the execution log makes it up.
    runs.apply(tenant).recordStart(run);
    return run;
  }

  /** What a build is started with; a fault too-large when the payload is. */
  public static RunInput input(
      Tenant tenant, WorkflowBuild build, String id, String trigger, JsonNode payload) {
    requireFits(payload);
    return new RunInput(
        tenant.id(), build.workflow(), build.version(), build.id(), id, trigger, payload);
  }

  /** Refuses what is longer than a run can be started with. */
  public static void requireFits(JsonNode payload) {
    if (payload.toString().getBytes(StandardCharsets.UTF_8).length > MAX_PAYLOAD) {
      throw new Fault(new Problem.TooLarge(MAX_PAYLOAD));
    }
  }

  /** A run that has just begun. */
  public static Run running(
      WorkflowBuild build,
      String workflowName,
      String id,
      String trigger,
      JsonNode payload,
      Instant startedAt) {
    return new Run(
        id,
        build.workflow(),
        workflowName,
        build.version(),
        build.id(),
        trigger,
        null,
        Run.Status.RUNNING,
        startedAt,
        null,
        payload,
        null,
        null,
        null);
  }
}
