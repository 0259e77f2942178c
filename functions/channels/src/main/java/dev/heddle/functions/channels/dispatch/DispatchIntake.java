package dev.heddle.functions.channels.dispatch;

import dev.heddle.events.SqsBatchResponse;
import dev.heddle.events.SqsEvent;
import dev.heddle.functions.spec.port.Idempotency;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Job;
import dev.heddle.functions.spec.workflow.Workflows;
import java.time.Duration;
import java.util.function.Function;

/** Starts a run for each event in the queue, and for a repeated event none. */
public final class DispatchIntake implements Job<SqsEvent, SqsBatchResponse> {
  private static final int BATCH = 10;
  private static final int TRIES = 5;

  @Override
  public JobSpec<SqsEvent, SqsBatchResponse> spec() {
    return JobSpec.of(
            new Source.FromQueue(Access.Queue.INTAKE, BATCH, TRIES),
            SqsEvent.class,
            SqsBatchResponse.class)
        .timeout(Duration.ofSeconds(60))
        .access(
            new Access.Reads(Workflows.ENTITY),
            new Access.Writes(Runs.ENTITY),
            new Access.Writes(Idempotency.ENTITY),
            new Access.StartsRuns());
  }

  @Override
  public Function<SqsEvent, SqsBatchResponse> open(Ports ports) {
    return new IntakeBatch(new IntakeDispatcher(ports));
  }
}
