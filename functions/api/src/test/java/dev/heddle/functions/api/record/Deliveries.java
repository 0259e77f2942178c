package dev.heddle.functions.api.record;

import dev.heddle.events.ExecutionLogEvent;
import dev.heddle.events.LogsEvent;
import dev.heddle.functions.spec.shape.WireJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** Packs log lines as CloudWatch Logs does for a subscription. */
public final class Deliveries {
  private Deliveries() {}

  /** A delivery of these events. */
  public static LogsEvent of(List<ExecutionLogEvent> events) {
    return ofLines(events.stream().map(WireJson.MAPPER::writeValueAsString).toList());
  }

  /** A delivery of these lines, whatever they are. */
  public static LogsEvent ofLines(List<String> messages) {
    List<LogsEvent.Line> lines =
        messages.stream().map(message -> new LogsEvent.Line("line", 0, message)).toList();
    return of("DATA_MESSAGE", lines);
  }

  /** A delivery of another kind. */
  static LogsEvent of(String kind, List<LogsEvent.Line> lines) {
    var batch = new LogsEvent.Batch(kind, "000000000000", "workflows", "stream", lines);
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(WireJson.MAPPER.writeValueAsBytes(batch));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new LogsEvent(
        new LogsEvent.AwsLogs(Base64.getEncoder().encodeToString(out.toByteArray())));
  }
}
