package dev.heddle.functions.api.record;

import dev.heddle.events.LogsEvent;
import dev.heddle.functions.spec.port.Connections;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.run.Runs;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Job;
import dev.heddle.functions.spec.unit.RouteSpec.Nothing;
import dev.heddle.functions.spec.wait.Approvals;
import dev.heddle.functions.spec.workflow.Workflows;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what runs did, from the execution log, and tells those who watch. */
public final class RecordRuns implements Job<LogsEvent, Nothing> {
  private static final Logger LOG = LoggerFactory.getLogger("heddle.RecordRuns");

  /** Runs written at once: each waits for the store most of the time. */
  private static final int AT_ONCE = 16;

  @Override
  public JobSpec<LogsEvent, Nothing> spec() {
    return JobSpec.of(new Source.FromExecutionLog(), LogsEvent.class, Nothing.class)
        .timeout(Duration.ofSeconds(120))
        .access(
            new Access.Writes(Workflows.ENTITY),
            new Access.Writes(Runs.ENTITY),
            new Access.Writes(Connections.ENTITY),
            new Access.Writes(Approvals.ENTITY),
            new Access.StartsRuns(),
            new Access.PushesLive());
  }

  @Override
  public Function<LogsEvent, Nothing> open(Ports ports) {
    RunProjection writer = new RunProjection(ports);
    return delivery -> {
      record(writer, LogBatch.unpack(delivery));
      return new Nothing();
    };
  }

  private static void record(RunProjection writer, Map<String, List<ExecutionEvent>> executions) {
    Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    Semaphore room = new Semaphore(AT_ONCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      executions.forEach(
          (arn, events) ->
              threads.execute(
                  () -> {
                    room.acquireUninterruptibly();
                    write(writer, arn, events).ifPresent(failures::add);
                    room.release();
                  }));
    }
    if (!failures.isEmpty()) {
      // The whole delivery comes again, which changes nothing for the runs that were written.
      throw failures.remove();
    }
  }

  // A broad catch: what goes wrong with one run must not keep the others from being written.
  private static Optional<RuntimeException> write(
      RunProjection writer, String arn, List<ExecutionEvent> events) {
    try {
      writer.write(arn, events);
      return Optional.empty();
    } catch (RuntimeException e) {
      String failure = e.getClass().getName();
      LOG.atWarn().addKeyValue("execution", arn).addKeyValue("failure", failure).log("not written");
      return Optional.of(e);
    }
  }
}
