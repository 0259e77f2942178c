package dev.heddle.functions.api.record;

import dev.heddle.events.LogsEvent;
import dev.heddle.functions.core.catalog.Access;
import dev.heddle.functions.core.catalog.Access.Entity;
import dev.heddle.functions.core.catalog.Job;
import dev.heddle.functions.core.catalog.RouteSpec.Nothing;
import dev.heddle.functions.core.port.Ports;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what runs did, from the execution log, and tells those who watch. */
public final class RecordRuns implements Job<LogsEvent, Nothing> {
  private static final Logger LOG = LoggerFactory.getLogger("heddle.RecordRuns");

  @Override
  public JobSpec<LogsEvent, Nothing> spec() {
    return new JobSpec<>(
        new Source.FromExecutionLog(),
        LogsEvent.class,
        Nothing.class,
        Duration.ofSeconds(120),
        Set.of(
            new Access.Reads(Entity.WORKFLOW),
            new Access.Writes(Entity.RUN),
            new Access.Writes(Entity.LIVE),
            new Access.PushesLive()));
  }

  @Override
  public Function<LogsEvent, Nothing> open(Ports ports) {
    RunWriter writer = new RunWriter(ports);
    return delivery -> {
      record(writer, LogBatch.unpack(delivery));
      return new Nothing();
    };
  }

  // A broad catch: what goes wrong with one run must not keep the others from being written.
  private static void record(RunWriter writer, Map<String, List<LogEvent>> executions) {
    RuntimeException failure = null;
    for (Map.Entry<String, List<LogEvent>> execution : executions.entrySet()) {
      try {
        writer.write(execution.getKey(), execution.getValue());
      } catch (RuntimeException e) {
        failure = e;
        LOG.atWarn()
            .addKeyValue("execution", execution.getKey())
            .addKeyValue("failure", e.getClass().getName())
            .log("not written");
      }
    }
    if (failure != null) {
      // The whole delivery comes again, which changes nothing for the runs that were written.
      throw failure;
    }
  }
}
