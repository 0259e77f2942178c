package dev.heddle.functions.api.record;

import dev.heddle.events.ExecutionLogEvent;
import dev.heddle.events.LogsEvent;
import dev.heddle.functions.spec.shape.WireJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A delivery of the execution log, unpacked: the events of each execution by their ids. */
final class LogBatch {
  private static final Logger LOG = LoggerFactory.getLogger("heddle.RecordRuns");
  private static final String DATA = "DATA_MESSAGE";
  private static final int LARGEST = 64 * 1024 * 1024;

  private LogBatch() {}

  static Map<String, List<ExecutionEvent>> unpack(LogsEvent delivery) {
    LogsEvent.Batch batch =
        WireJson.MAPPER.readValue(inflated(delivery.awslogs().data()), LogsEvent.Batch.class);
    Map<String, List<ExecutionEvent>> events = new LinkedHashMap<>();
    if (batch.messageType().equals(DATA)) {
      batch.logEvents().forEach(line -> add(events, line));
    }
    events.values().forEach(all -> all.sort(Comparator.comparingLong(ExecutionEvent::id)));
    return events;
  }

  // A broad catch: a line is foreign, and one that can't be read must not hold up the others.
  private static void add(Map<String, List<ExecutionEvent>> events, LogsEvent.Line line) {
    try {
      ExecutionEvent event =
          ExecutionEvent.of(WireJson.MAPPER.readValue(line.message(), ExecutionLogEvent.class));
      events.computeIfAbsent(event.execution(), _ -> new ArrayList<>()).add(event);
    } catch (RuntimeException e) {
      LOG.atWarn()
          .addKeyValue("line", line.id())
          .addKeyValue("failure", e.getClass().getName())
          .log("left out");
    }
  }

  private static byte[] inflated(String data) {
    byte[] packed = Base64.getDecoder().decode(data);
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length > LARGEST) {
        throw new IllegalArgumentException("A log delivery of over " + LARGEST + " bytes");
      }
      return bytes;
    } catch (IOException e) {
      throw new UncheckedIOException("A log delivery that does not unpack", e);
    }
  }
}
