package dev.heddle.functions.core.door;

import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.Job;
import java.util.function.Function;

/** The door of a job. */
public final class JobDoor<E extends Record, R extends Record> implements Door {
  private final Class<E> type;
  private final Function<E, R> work;
  private final CallLog log;

  private JobDoor(Job<E, R> job, Ports ports) {
    type = job.spec().event();
    work = job.open(ports);
    log = new CallLog(job.name());
  }

  /** Opens a job. */
  public static <E extends Record, R extends Record> JobDoor<E, R> open(
      Job<E, R> job, Ports ports) {
    return new JobDoor<>(job, ports);
  }

  @Override
  public byte[] answer(byte[] event) {
    return WireJson.MAPPER.writeValueAsBytes(answer(WireJson.MAPPER.readValue(event, type)));
  }

  /** Does the work for one event. */
  public R answer(E event) {
    return log.timed(() -> work.apply(event));
  }
}
