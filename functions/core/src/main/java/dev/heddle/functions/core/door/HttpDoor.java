package dev.heddle.functions.core.door;

import dev.heddle.events.HttpEvent;
import dev.heddle.events.HttpReply;
import dev.heddle.functions.spec.caller.Caller;
import dev.heddle.functions.spec.caller.Role;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteAudience;
import dev.heddle.functions.spec.unit.RouteSpec;

/** The door of a route: decodes, authorises, checks, calls the handler and encodes its answer. */
public final class HttpDoor<I extends Record, O extends Record> implements Door {
  private final RouteSpec<I, O> spec;
  private final Route.Handler<I, O> handler;
  private final RequestDecoder<I> decoder;
  private final ResponseEncoder encoder;
  private final ErrorBoundary guard;

  private HttpDoor(Route<I, O> route, Ports ports) {
    spec = route.spec();
    handler = route.open(ports);
    decoder = new RequestDecoder<>(spec);
    encoder = new ResponseEncoder(spec.output(), spec.status(), ports.settings().secureCookies());
    guard = new ErrorBoundary(route.name());
  }

  /** Opens a route. */
  public static <I extends Record, O extends Record> HttpDoor<I, O> open(
      Route<I, O> route, Ports ports) {
    return new HttpDoor<>(route, ports);
  }

  @Override
  public byte[] answer(byte[] event) {
    return WireJson.MAPPER.writeValueAsBytes(
        answer(WireJson.MAPPER.readValue(event, HttpEvent.class)));
  }

  /** Answers a request; whatever goes wrong becomes a problem. */
  public HttpReply answer(HttpEvent event) {
    GatewayRequest request = new GatewayRequest(event);
    return guard.answer(request, () -> reply(request));
  }

  private HttpReply reply(GatewayRequest request) {
    Caller caller = admitted(request.caller());
    return encoder.encode(handler.handle(decoder.decode(request), caller), request.correlation());
  }

  private Caller admitted(Caller caller) {
    if (spec.audience() != RouteAudience.ANYONE && !atLeast(caller.member().role())) {
      throw new Fault(
          new Problem.Forbidden(
              "This requires the role " + spec.audience() + " in the workspace."));
    }
    return caller;
  }

  private boolean atLeast(Role role) {
    return switch (spec.audience()) {
      case ANYONE, USER -> true;
      case ADMIN -> role.compareTo(Role.ADMIN) >= 0;
      case OWNER -> role == Role.OWNER;
    };
  }
}
