package dev.heddle.functions.core.door;

import dev.heddle.events.HttpEvent;
import dev.heddle.events.HttpReply;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.Channel;
import dev.heddle.functions.spec.unit.RawReply;
import dev.heddle.functions.spec.unit.RawRequest;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The door of a channel: bytes in, bytes out, problems for what goes wrong. */
public final class ChannelDoor implements Door {
  private final Channel.Handler intake;
  private final int maxBody;
  private final ErrorBoundary guard;

  private ChannelDoor(Channel channel, Ports ports) {
    intake = channel.open(ports);
    maxBody = channel.spec().maxBody();
    guard = new ErrorBoundary(channel.name());
  }

  /** Opens a channel. */
  public static ChannelDoor open(Channel channel, Ports ports) {
    return new ChannelDoor(channel, ports);
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
    return reply(intake.receive(raw(request)), request.correlation());
  }

  private RawRequest raw(GatewayRequest request) {
    byte[] body = request.body();
    if (body.length > maxBody) {
      throw new Fault(new Problem.TooLarge(maxBody));
    }
    return new RawRequest(
        request.method(),
        request.path(),
        request.parameters(),
        request.query(),
        request.headers(),
        body,
        request.address(),
        request.correlation());
  }

  private static HttpReply reply(RawReply raw, String correlation) {
    Map<String, String> headers = new HashMap<>(raw.headers());
    headers.put("x-correlation-id", correlation);
    String body = Base64.getEncoder().encodeToString(raw.body());
    return new HttpReply(raw.status(), headers, List.of(), body, true);
  }
}
