package dev.heddle.functions.spec.unit;

import dev.heddle.functions.spec.port.Ports;
import java.time.Duration;
import java.util.Set;
import java.util.function.Function;

/** Work that an event of the platform sets off. */
public non-sealed interface Job<E extends Record, R extends Record> extends Unit {

  /** What sets it off. */
  JobSpec<E, R> spec();

  /** Opens the work once. */
  Function<E, R> open(Ports ports);

  @Override
  default Set<Access> access() {
    return spec().access();
  }

  /** A job as data; the event is one of {@link dev.heddle.events}. */
  record JobSpec<E extends Record, R extends Record>(
      Source source, Class<E> event, Class<R> reply, Duration timeout, Set<Access> access) {
    private static final Duration USUAL = Duration.ofSeconds(10);

    /** A job that takes ten seconds at most and may touch nothing yet. */
    public static <E extends Record, R extends Record> JobSpec<E, R> of(
        Source source, Class<E> event, Class<R> reply) {
      return new JobSpec<>(source, event, reply, USUAL, Set.of());
    }

    /** The same with another limit of time. */
    public JobSpec<E, R> timeout(Duration longest) {
      return new JobSpec<>(source, event, reply, longest, access);
    }

    /** The same with what it may touch. */
    public JobSpec<E, R> access(Access... granted) {
      return new JobSpec<>(source, event, reply, timeout, Set.of(granted));
    }
  }

  /** What can set a job off. */
  sealed interface Source {
    /** Messages of a queue, in batches with partial failures; after {@code tries} a dead letter. */
    record FromQueue(Access.Queue queue, int batch, int tries) implements Source {}

    /** The execution log of every workflow. */
    record FromExecutionLog() implements Source {}

    /** The gateway's question who a caller is. */
    record FromAuthorizer() implements Source {}

    /** States of one of the platform's own machines. */
    record FromMachine(String machine) implements Source {}

    /** Connections of the live API. */
    record FromWebSocket() implements Source {}
  }
}
