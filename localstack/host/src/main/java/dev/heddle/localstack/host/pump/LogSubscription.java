package dev.heddle.localstack.host.pump;

import dev.heddle.events.LogsEvent;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.localstack.aws.stepfunctions.port.ExecutionLog;
import dev.heddle.localstack.host.functions.HostedFunction;
import dev.heddle.localstack.host.functions.LocalFunctions;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.zip.GZIPOutputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The log group's subscription: packs execution log events as CloudWatch Logs does and calls the
 * function until it has taken them, for the engine forgets what was delivered.
 */
public final class LogSubscription {
  private static final Logger LOG = LoggerFactory.getLogger(LogSubscription.class);
  private static final String GROUP = "/aws/vendedlogs/states/heddle";
  // About half a minute in all. The engine's relay waits here, so a record that can never be
  // written must not hold up those of all other runs for ever.
  private static final int TRIES = 5;
  private static final long FIRST_PAUSE_MILLIS = 100;

  private final LocalFunctions functions;
  private final HostedFunction function;

  /** A subscription that calls this function. */
  public LogSubscription(LocalFunctions functions, HostedFunction function) {
    this.functions = functions;
    this.function = function;
  }

  /** Delivers a batch, in order; after some tries it is given up, with a line in the log. */
  public void deliver(List<ExecutionLog.Entry> events) {
    byte[] event = packed(events);
    long pause = FIRST_PAUSE_MILLIS;
    for (int attempt = 1; attempt <= TRIES; attempt++) {
      try {
        // Waited for: the engine's cursor moves on when this returns, and events keep their order.
        functions.call(function, event).join();
        return;
      } catch (CompletionException e) {
        LOG.warn("{} took no log events, try {}", function.unit().name(), attempt);
        sleep(pause);
        pause *= 4;
      }
    }
    LOG.error("{} log events are not in the runs' records", events.size());
  }

  private static byte[] packed(List<ExecutionLog.Entry> events) {
    List<LogsEvent.Line> lines = events.stream().map(LogSubscription::line).toList();
    var batch = new LogsEvent.Batch("DATA_MESSAGE", "000000000000", GROUP, "heddle", lines);
    String data =
        Base64.getEncoder().encodeToString(gzip(WireJson.MAPPER.writeValueAsBytes(batch)));
    return WireJson.MAPPER.writeValueAsBytes(new LogsEvent(new LogsEvent.AwsLogs(data)));
  }

  private static LogsEvent.Line line(ExecutionLog.Entry event) {
    String message = WireJson.MAPPER.writeValueAsString(event);
    return new LogsEvent.Line(event.id(), Long.parseLong(event.event_timestamp()), message);
  }

  private static byte[] gzip(byte[] bytes) {
    var out = new ByteArrayOutputStream();
    try (OutputStream zip = new GZIPOutputStream(out)) {
      zip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void sleep(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
