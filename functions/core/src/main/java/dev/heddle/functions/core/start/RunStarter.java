package dev.heddle.functions.core.start;

import dev.heddle.events.RunInput;
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
   * Starts a run of a build and records it; starting the same run with the same input again does
   * nothing.
   *
   * @param input as {@link #input} gives it
   * @return the run as it is recorded from now on
   */
  public Run start(WorkflowBuild build, String workflowName, RunInput input) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    machines.start(build.versionArn(), input);
    Run run = Run.started(input, workflowName, now);
    // After the start: recorded first, a start that fails would leave a run that is under way for
    // ever. If the record is lost instead, the execution log makes it up.
    runs.apply(new Tenant(input.tenant())).recordStart(run);
    return run;
  }

  /**
   * What a build is started with.
   *
   * @param id the run's
   * @param trigger the id of the trigger node that fired
   * @throws Fault too-large when the payload is over {@link #MAX_PAYLOAD}
   */
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
}
