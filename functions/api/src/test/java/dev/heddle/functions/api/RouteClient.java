package dev.heddle.functions.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.events.HttpEvent;
import dev.heddle.events.HttpReply;
import dev.heddle.functions.aws.cloud.AwsDeployment;
import dev.heddle.functions.core.door.HttpDoor;
import dev.heddle.functions.publishing.GeneratedCatalog;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.Route;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Calls routes as the gateway does: by verb and path, JSON in and JSON out, through their doors.
 */
public final class RouteClient {
  private final AwsDeployment cloud;
  private final Map<String, String> claims;
  private final String address;
  private final List<String> cookies;
  private final Map<Route<?, ?>, HttpDoor<?, ?>> doors = new ConcurrentHashMap<>();

  private RouteClient(AwsDeployment cloud, Map<String, String> claims) {
    this(cloud, claims, "203.0.113.9", List.of());
  }

  private RouteClient(
      AwsDeployment cloud, Map<String, String> claims, String address, List<String> cookies) {
    this.cloud = cloud;
    this.claims = claims;
    this.address = address;
    this.cookies = cookies;
  }

  /** An answer; the body is missing when it is empty. */
  public record Answer(
      int status, JsonNode body, Map<String, String> headers, List<String> cookies) {

    /** A field of the body as text. */
    public String text(String pointer) {
      return body.at(pointer).asString();
    }
  }

  /** Someone without a token. */
  public static RouteClient anyone(AwsDeployment cloud) {
    return new RouteClient(cloud, Map.of());
  }

  /** A member of a tenant. */
  public static RouteClient member(AwsDeployment cloud, String tenant, String role) {
    return new RouteClient(
        cloud, Map.of("user", "usr_" + tenant, "tenant", tenant, "role", role, "session", "ses_1"));
  }

  /** A caller of whom the authoriser says this. */
  public static RouteClient caller(AwsDeployment cloud, Map<String, String> context) {
    return new RouteClient(cloud, context);
  }

  /** The same caller from another address. */
  public RouteClient from(String address) {
    return new RouteClient(cloud, claims, address, cookies);
  }

  /** The same caller with these cookies, each {@code name=value}. */
  public RouteClient with(String... cookies) {
    return new RouteClient(cloud, claims, address, List.of(cookies));
  }

  public Answer get(String path) {
    return call("GET", path, Map.of(), null);
  }

  public Answer delete(String path) {
    return call("DELETE", path, Map.of(), null);
  }

  public Answer post(String path, String body) {
    return call("POST", path, Map.of(), body);
  }

  public Answer post(String path, Map<String, String> headers, String body) {
    return call("POST", path, headers, body);
  }

  public Answer put(String path, Map<String, String> headers, String body) {
    return call("PUT", path, headers, body);
  }

  private Answer call(
      String verb, String target, Map<String, String> headers, @Nullable String body) {
    String[] parts = target.split("\\?", 2);
    for (Route<?, ?> route : ApiRoutes.ALL) {
      Optional<Map<String, String>> parameters = match(route, verb, parts[0]);
      if (parameters.isPresent()) {
        HttpDoor<?, ?> door = doors.computeIfAbsent(route, this::open);
        Answer answer = read(door.answer(event(verb, parts, parameters.get(), headers, body)));
        requireDescribed(route, answer);
        return answer;
      }
    }
    throw new IllegalArgumentException("No route for " + verb + " " + parts[0]);
  }

  /** Whatever a test provokes: a route refuses a call with what its description says, only. */
  private static void requireDescribed(Route<?, ?> route, Answer answer) {
    if (answer.status() >= 400) {
      String type = answer.text("/type").replaceFirst("^urn:heddle:problem:", "");
      String described =
          GeneratedCatalog.openApi()
              .path("paths")
              .path(route.spec().path())
              .path(route.spec().verb().name().toLowerCase(Locale.ROOT))
              .path("responses")
              .path(Integer.toString(answer.status()))
              .path("$ref")
              .asString("");
      assertThat(described.replaceFirst("^#/components/responses/", "").split("-or-"))
          .as(route.name() + " declares among its faults: " + answer.body())
          .contains(type);
    }
  }

  private HttpDoor<?, ?> open(Route<?, ?> route) {
    return HttpDoor.open(route, cloud.ports(route));
  }

  private static Optional<Map<String, String>> match(Route<?, ?> route, String verb, String path) {
    String template = route.spec().path();
    Matcher matcher =
        Pattern.compile(template.replaceAll("\\{(\\w+)}", "(?<$1>[^/]+)")).matcher(path);
    if (!route.spec().verb().name().equals(verb) || !matcher.matches()) {
      return Optional.empty();
    }
    Map<String, String> parameters = new HashMap<>();
    matcher.namedGroups().keySet().forEach(name -> parameters.put(name, matcher.group(name)));
    return Optional.of(parameters);
  }

  private HttpEvent event(
      String verb,
      String[] target,
      Map<String, String> parameters,
      Map<String, String> headers,
      @Nullable String body) {
    var authorizer = claims.isEmpty() ? null : new HttpEvent.Authorizer(claims);
    var http = new HttpEvent.Http(verb, target[0], "HTTP/1.1", address, "test");
    var context =
        new HttpEvent.RequestContext(authorizer, "heddle.example", http, "req-12345678", null, 0);
    return new HttpEvent(
        "2.0",
        verb + " " + target[0],
        target[0],
        target.length > 1 ? target[1] : "",
        cookies,
        headers,
        target.length > 1 ? query(target[1]) : null,
        parameters,
        context,
        body,
        false);
  }

  private static Map<String, String> query(String text) {
    Map<String, String> query = new LinkedHashMap<>();
    for (String pair : text.split("&")) {
      String[] parts = pair.split("=", 2);
      query.put(parts[0], parts[1]);
    }
    return query;
  }

  private static Answer read(HttpReply reply) {
    JsonNode body =
        reply.body().isEmpty() ? MissingNode.getInstance() : WireJson.MAPPER.readTree(reply.body());
    return new Answer(reply.statusCode(), body, reply.headers(), reply.cookies());
  }
}
