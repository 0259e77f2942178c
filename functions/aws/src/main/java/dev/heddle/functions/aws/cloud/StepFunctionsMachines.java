package dev.heddle.functions.aws.cloud;

import dev.heddle.events.RunInput;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.StateMachines;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.statemachines.language.CompiledMachine;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionNotRedrivableException;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionResponse;
import tools.jackson.databind.JsonNode;

/** Workflows' executions on Step Functions. */
public final class StepFunctionsMachines implements StateMachines {
  // Under API Gateway's 29 s: an answer that comes later reaches nobody, and the caller sees a 504.
  private static final Duration SYNC = Duration.ofSeconds(28);
  private static final int FIRST_PAUSE_MS = 40;
  // DescribeExecution is throttled for the whole account: a pause that doesn't grow would let a few
  // waiting callers use up what all others need.
  private static final int LONGEST_PAUSE_MS = 1_000;
  private static final String RUNNING = "RUNNING";

  private final SfnClient client;
  private final StateMachineVersions versions;

  /**
   * Executions through this client. Its socket timeout must be over 28 s, or {@link #runSync} ends
   * early.
   */
  public StepFunctionsMachines(SfnClient client, StateMachineSettings home) {
    this.client = client;
    versions = new StateMachineVersions(client, home);
  }

  @Override
  public String build(String tenant, String workflow, String build, CompiledMachine machine) {
    return versions.make(tenant, workflow, build, machine);
  }

  @Override
  public void publish(String versionArn) {
    versions.pointAlias(versionArn);
  }

  @Override
  public void remove(String tenant, String workflow) {
    versions.remove(tenant, workflow);
  }

  @Override
  public void start(String versionArn, RunInput input) {
    String json = WireJson.MAPPER.writeValueAsString(input);
    StepFunctionsProblems.of(
        () -> {
          try {
            return client.startExecution(
                r -> r.stateMachineArn(versionArn).name(input.run()).input(json));
          } catch (ExecutionAlreadyExistsException e) {
            // A repeated start finds its own run; only another payload under the same name is a
            // conflict.
            requireSame(versionArn, input);
            return e;
          }
        });
  }

  /** A run that has ended exists already as well, and so does one of another version. */
  private void requireSame(String versionArn, RunInput input) {
    String arn = MachineArn.ofVersion(versionArn).execution(input.run());
    String found = client.describeExecution(r -> r.executionArn(arn)).input();
    RunInput first = WireJson.MAPPER.readValue(found, RunInput.class);
    if (!first.trigger().equals(input.trigger()) || !first.payload().equals(input.payload())) {
      throw new Fault(
          new Problem.Conflict(
              "Run " + input.run() + " was already started with a different input."));
    }
  }

  @Override
  public Outcome runSync(String versionArn, RunInput input) {
    return runSync(versionArn, input, input.run());
  }

  @Override
  public Outcome tryOut(String versionArn, RunInput input) {
    return runSync(versionArn, input, null);
  }

  private Outcome runSync(String versionArn, RunInput input, @Nullable String name) {
    String json = WireJson.MAPPER.writeValueAsString(input);
    StartSyncExecutionResponse ended =
        StepFunctionsProblems.of(
            () ->
                client.startSyncExecution(
                    r ->
                        r.stateMachineArn(versionArn)
                            .name(name)
                            .input(json)
                            // The SDK would otherwise repeat a slow call, and start an Express
                            // machine a second time.
                            .overrideConfiguration(c -> c.apiCallTimeout(SYNC))));
    return new Outcome(ended.statusAsString(), json(ended.output()), ended.error(), ended.cause());
  }

  @Override
  public void redrive(String versionArn, String run) {
    MachineArn machine = MachineArn.ofVersion(versionArn);
    if (machine.express()) {
      throw new Fault(new Problem.Conflict("Express runs can't be retried. Start a new run."));
    }
    StepFunctionsProblems.of(
        () -> {
          try {
            return client.redriveExecution(r -> r.executionArn(machine.execution(run)));
          } catch (ExecutionNotRedrivableException | ExecutionDoesNotExistException e) {
            throw new Fault(
                new Problem.Conflict(
                    "Step Functions can't retry this run: it ended too long ago or is already in progress."));
          }
        });
  }

  @Override
  public void stop(String versionArn, String run) {
    MachineArn machine = MachineArn.ofVersion(versionArn);
    if (machine.express()) {
      throw new Fault(
          new Problem.Conflict("Express runs can't be stopped. They end within 25 seconds."));
    }
    StepFunctionsProblems.of(
        () -> {
          try {
            return client.stopExecution(
                r ->
                    r.executionArn(machine.execution(run))
                        .error("Heddle.Stopped")
                        .cause("The run was stopped on request."));
          } catch (ExecutionDoesNotExistException e) {
            return e;
          }
        });
  }

  @Override
  public Optional<Outcome> outcome(String versionArn, String run) {
    String arn = MachineArn.ofVersion(versionArn).execution(run);
    return StepFunctionsProblems.of(
        () -> {
          try {
            return Optional.of(outcome(client.describeExecution(r -> r.executionArn(arn))));
          } catch (ExecutionDoesNotExistException e) {
            return Optional.empty();
          }
        });
  }

  private static Outcome outcome(DescribeExecutionResponse found) {
    return new Outcome(found.statusAsString(), json(found.output()), found.error(), found.cause());
  }

  private static @Nullable JsonNode json(@Nullable String text) {
    return text == null ? null : WireJson.MAPPER.readTree(text);
  }

  @Override
  public Optional<Outcome> await(String versionArn, String run, Duration atMost) {
    // A distance, so the clock that cannot be set back while someone waits.
    long end = System.nanoTime() + atMost.toNanos();
    int pause = FIRST_PAUSE_MS;
    while (true) {
      Optional<Outcome> now = outcome(versionArn, run).filter(o -> !o.status().equals(RUNNING));
      long left = (end - System.nanoTime()) / 1_000_000;
      if (now.isPresent() || left <= 0) {
        return now;
      }
      // Never past the end: whoever asked has a deadline of their own behind this one.
      sleep(Math.min(pause, left));
      pause = Math.min(pause * 3 / 2, LONGEST_PAUSE_MS);
    }
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while waiting for a run's end", e);
    }
  }
}
