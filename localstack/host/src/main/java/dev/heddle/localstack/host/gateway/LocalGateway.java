package dev.heddle.localstack.host.gateway;

import dev.heddle.events.HttpEvent;
import dev.heddle.events.HttpReply;
import dev.heddle.functions.core.door.ChannelDoor;
import dev.heddle.functions.core.door.Door;
import dev.heddle.functions.core.door.HttpDoor;
import dev.heddle.functions.core.door.ProblemJson;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.unit.Channel;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteAudience;
import dev.heddle.localstack.host.functions.HostedFunction;
import dev.heddle.localstack.host.functions.LocalFunctions;
import dev.heddle.localstack.host.functions.TooManyCalls;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The HTTP API of the laptop: what API Gateway does between a socket and the functions. */
public final class LocalGateway {
  private static final List<HandlerType> ANY =
      List.of(
          HandlerType.GET,
          HandlerType.POST,
          HandlerType.PUT,
          HandlerType.PATCH,
          HandlerType.DELETE);

  private final LocalFunctions functions;
  private final AuthorizerClient callers;
  private final HttpEvents events;

  /** A gateway before these functions. */
  public LocalGateway(LocalFunctions functions, AuthorizerClient callers, InstantSource clock) {
    this.functions = functions;
    this.callers = callers;
    events = new HttpEvents(clock);
  }

  /** Adds every route and channel of the catalog. */
  public void mount(RoutesConfig routes) {
    for (HostedFunction function : functions.all()) {
      switch (function.unit()) {
        case Route<?, ?> route -> mount(routes, route, function);
        case Channel channel -> mount(routes, channel, function);
        default -> {}
      }
    }
    ANY.forEach(
        verb ->
            routes.addHttpHandler(
                verb, "/api/<rest>", context -> tell(context, new Problem.NotFound("route"))));
  }

  private void mount(RoutesConfig routes, Route<?, ?> route, HostedFunction function) {
    HandlerType verb = HandlerType.findOrCreate(route.spec().verb().name());
    boolean open = route.spec().audience() == RouteAudience.ANYONE;
    String key = route.spec().verb() + " " + route.spec().path();
    routes.addHttpHandler(
        verb, route.spec().path(), context -> answer(context, function, key, open));
  }

  private void mount(RoutesConfig routes, Channel channel, HostedFunction function) {
    for (String path : channel.spec().paths()) {
      String pattern = path.replaceAll("\\{(\\w+)\\+\\}", "<$1>");
      String key = "ANY " + path;
      ANY.forEach(
          verb ->
              routes.addHttpHandler(
                  verb, pattern, context -> answer(context, function, key, true)));
    }
  }

  private void answer(Context context, HostedFunction function, String key, boolean open) {
    Map<String, String> claims = open ? Map.of() : callers.claims(context);
    if (!open && claims.isEmpty()) {
      tell(
          context, new Problem.Unauthenticated("The access token is missing, invalid or expired."));
      return;
    }
    HttpEvent event = events.of(context, key, claims);
    if (event == null) {
      // What is left of the body is never read, so the connection ends with the answer: a caller
      // who
      // isn't told sends the next request into it and hears nothing.
      context.header("Connection", "close");
      tell(context, new Problem.TooLarge(HttpEvents.MAX_BODY));
      return;
    }
    try {
      send(context, function.counted(() -> called(function.door(), event)));
    } catch (TooManyCalls e) {
      tell(context, new Problem.Unavailable("Heddle is busy. Try again.", 1));
    }
  }

  private static HttpReply called(Door door, HttpEvent event) {
    return switch (door) {
      case HttpDoor<?, ?> http -> http.answer(event);
      case ChannelDoor channel -> channel.answer(event);
      default -> throw new IllegalStateException("Not behind HTTP: " + door);
    };
  }

  /** Answers with a problem. */
  static void tell(Context context, Problem problem) {
    send(context, ProblemJson.reply(problem, UUID.randomUUID().toString()));
  }

  private static void send(Context context, HttpReply reply) {
    context.status(reply.statusCode());
    reply.headers().forEach(context::header);
    reply.cookies().forEach(cookie -> context.res().addHeader("Set-Cookie", cookie));
    if (reply.isBase64Encoded()) {
      context.result(Base64.getDecoder().decode(reply.body()));
    } else if (!reply.body().isEmpty()) {
      context.result(reply.body().getBytes(StandardCharsets.UTF_8));
    }
  }
}
