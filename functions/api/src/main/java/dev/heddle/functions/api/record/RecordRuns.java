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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    List<Future<?>> writes = new ArrayList<>();
    // Virtual threads know no bound: a delivery of a thousand runs would open as many connections.
    Semaphore room = new Semaphore(AT_ONCE);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      executions.forEach(
          (arn, events) -> writes.add(threads.submit(() -> write(writer, room, arn, events))));
    }
    // The whole delivery comes again, which changes nothing for the runs that were written.
    writes.forEach(RecordRuns::requireDone);
  }

  private static void write(
      RunProjection writer, Semaphore room, String arn, List<ExecutionEvent> events) {
    room.acquireUninterruptibly();
    try {
      writer.write(arn, events);
    } catch (RuntimeException e) {
      String failure = e.getClass().getName();
      LOG.atWarn().addKeyValue("execution", arn).addKeyValue("failure", failure).log("not written");
      throw e;
    } finally {
      // However it ended: a place that is not given back is lost, and without any the delivery
      // would stand still until the function's time is over.
      room.release();
    }
  }

  // An error as well: passed over, its run's events would count as written and never come again.
  private static void requireDone(Future<?> write) {
    if (write.state() == Future.State.FAILED) {
      switch (write.exceptionNow()) {
        case RuntimeException failure -> throw failure;
        case Error error -> throw error;
        case Throwable other -> throw new IllegalStateException(other);
      }
    }
  }
}
