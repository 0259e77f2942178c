package dev.heddle.functions.spec.unit;

import dev.heddle.functions.spec.caller.Caller;
import dev.heddle.functions.spec.port.Ports;
import java.util.Set;

/** One API route: its spec, and the code behind it. */
public non-sealed interface Route<I extends Record, O extends Record> extends Unit {

  /** What the gateway, the document and the client know of it. */
  RouteSpec<I, O> spec();

  /** Opens the route once; the handler is then called for many requests, on many threads. */
  Handler<I, O> open(Ports ports);

  @Override
  default Set<Access> access() {
    return spec().access();
  }

  /** The code behind a route. */
  @FunctionalInterface
  interface Handler<I, O> {
    /** Answers one request, or throws a {@link dev.heddle.functions.spec.fault.Fault}. */
    O handle(I input, Caller caller);
  }
}
