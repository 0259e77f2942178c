package dev.heddle.functions.core.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.events.HttpEvent;
import dev.heddle.events.HttpReply;
import dev.heddle.functions.spec.caller.Caller;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.DeploymentSettings;
import dev.heddle.functions.spec.port.FakePorts;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.AsHeader;
import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.shape.FromRequest;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteAudience;
import dev.heddle.functions.spec.unit.RouteSpec;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class HttpDoorTest {

  /** A route that says what it was given. */
  static final class Repeat implements Route<Repeat.Input, Repeat.Output> {
    record Input(
        String thing,
        @Nullable @FromRequest(FromRequest.Source.QUERY) Integer limit,
        @Nullable @FromRequest(value = FromRequest.Source.HEADER, name = "if-match") String tag,
        @Nullable @FromRequest(value = FromRequest.Source.COOKIE, name = "crumb") String crumb,
        @FormField(max = 10) String text,
        @Nullable JsonNode any) {}

    record Output(
        String told,
        @AsHeader(AsHeader.Header.ETAG) String tag,
        @AsHeader(AsHeader.Header.SET_COOKIE) AsHeader.Cookie cookie,
        @Nullable String absent) {}

    private final RouteAudience audience;

    Repeat(RouteAudience audience) {
      this.audience = audience;
    }

    @Override
    public RouteSpec<Input, Output> spec() {
      return RouteSpec.of(RouteSpec.Verb.POST, "/api/v1/things/{thing}", Input.class, Output.class)
          .summary("Repeat")
          .audience(audience)
          .status(201)
          .maxBody(1_000)
          .access();
    }

    @Override
    public Handler<Input, Output> open(Ports ports) {
      return Repeat::repeat;
    }

    private static Output repeat(Input input, Caller caller) {
      if (input.text().equals("boom")) {
        throw new IllegalStateException("secret of the database");
      }
      if (input.text().equals("fault")) {
        throw new Fault(new Problem.TooMany("Slow down.", 7));
      }
      return new Output(
          input.thing() + "/" + input.limit() + "/" + input.tag() + "/" + input.crumb(),
          "5",
          new AsHeader.Cookie("crumb", "new", "/api", 60),
          null);
    }
  }

  private static final DeploymentSettings SETTINGS =
      new DeploymentSettings("https://heddle.example", "heddle-", "", "", "");

  private final HttpDoor<?, ?> open = door(RouteAudience.ANYONE);

  private static HttpDoor<?, ?> door(RouteAudience audience) {
    Repeat route = new Repeat(audience);
    return HttpDoor.open(route, FakePorts.of(Map.of("settings", SETTINGS)));
  }

  @Test
  void readsFromEveryPlaceAndWritesToEveryPlace() {
    HttpReply reply =
        open.answer(
            event(
                "{\"text\":\"hi\"}",
                Map.of("if-match", "W/\"4\""),
                Map.of("limit", "20"),
                List.of("a=b", "crumb=old"),
                Map.of()));

    assertThat(reply.statusCode()).isEqualTo(201);
    assertThat(WireJson.MAPPER.readTree(reply.body())).hasToString("{\"told\":\"box/20/4/old\"}");
    assertThat(reply.headers())
        .containsEntry("etag", "\"5\"")
        .containsEntry("cache-control", "no-store")
        .containsEntry("x-content-type-options", "nosniff");
    assertThat(reply.cookies())
        .containsExactly("crumb=new; Path=/api; Max-Age=60; HttpOnly; SameSite=Strict; Secure");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"text\": | 400 | malformed",
        "[1] | 400 | malformed",
        "nonsense | 400 | malformed",
        "{} | 422 | invalid",
        "{\"text\":\"hi\",\"thing\":\"stolen\"} | 201 | -",
        "{\"text\":\"hi\",\"typo\":1} | 422 | invalid",
        "{\"text\":\"boom\"} | 500 | internal",
        "{\"text\":\"fault\"} | 429 | too-many"
      })
  void whateverIsWrongBecomesAProblem(String body, int status, String type) {
    HttpReply reply = open.answer(event(body, Map.of(), Map.of(), List.of(), Map.of()));

    assertThat(reply.statusCode()).isEqualTo(status);
    assertThat(reply.body()).doesNotContain("secret of the database");
    if (status != 201) {
      JsonNode problem = WireJson.MAPPER.readTree(reply.body());
      assertThat(problem.get("type").stringValue()).isEqualTo("urn:heddle:problem:" + type);
      assertThat(problem.get("instance").stringValue()).isEqualTo("req-12345678");
      assertThat(reply.headers()).containsEntry("content-type", "application/problem+json");
    }
  }

  @Test
  void aPathsComponentNeverComesFromTheBody() {
    HttpReply reply =
        open.answer(
            event(
                "{\"text\":\"hi\",\"thing\":\"stolen\"}", Map.of(), Map.of(), List.of(), Map.of()));

    assertThat(reply.body()).contains("box/").doesNotContain("stolen");
  }

  @Test
  void tellsWhenToComeBack() {
    HttpReply reply =
        open.answer(event("{\"text\":\"fault\"}", Map.of(), Map.of(), List.of(), Map.of()));

    assertThat(reply.headers()).containsEntry("retry-after", "7");
  }

  @Test
  void refusesABodyOverItsLimitAndOfAnotherType() {
    String large = "{\"text\":\"" + "x".repeat(1_000) + "\"}";

    assertThat(open.answer(event(large, Map.of(), Map.of(), List.of(), Map.of())).statusCode())
        .isEqualTo(413);
    assertThat(
            open.answer(
                    event(
                        "a=b", Map.of("content-type", "text/plain"), Map.of(), List.of(), Map.of()))
                .statusCode())
        .isEqualTo(415);
  }

  @Test
  void queryParametersAreCheckedLikeFields() {
    HttpReply reply =
        open.answer(
            event(
                "{\"text\":\"hi\"}",
                Map.of(),
                Map.of("limit", "many", "sort", "up"),
                List.of(),
                Map.of()));

    assertThat(reply.statusCode()).isEqualTo(422);
    assertThat(reply.body()).contains("sort");
  }

  @ParameterizedTest
  @CsvSource({"USER, 201, 201, 201", "ADMIN, 403, 201, 201", "OWNER, 403, 403, 201"})
  void eachRoleMayWhatThoseBeforeItMay(RouteAudience audience, int user, int admin, int owner) {
    HttpDoor<?, ?> door = door(audience);

    assertThat(status(door, Map.of())).isEqualTo(401);
    assertThat(status(door, claims("USER"))).isEqualTo(user);
    assertThat(status(door, claims("ADMIN"))).isEqualTo(admin);
    assertThat(status(door, claims("OWNER"))).isEqualTo(owner);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"short", "has spaces in it", "line\nbreak-in-it", "<script>alert</script>"})
  void aCorrelationIdThatCouldForgeALogIsNotTaken(String id) {
    HttpReply reply =
        open.answer(
            event(
                "{\"text\":\"hi\"}",
                Map.of("x-correlation-id", id),
                Map.of(),
                List.of(),
                Map.of()));

    assertThat(reply.headers()).containsEntry("x-correlation-id", "req-12345678");
  }

  private static Map<String, String> claims(String role) {
    return Map.of("user", "usr_1", "tenant", "ten_1", "role", role, "session", "ses_1");
  }

  private static int status(HttpDoor<?, ?> door, Map<String, String> claims) {
    return door.answer(event("{\"text\":\"hi\"}", Map.of(), Map.of(), List.of(), claims))
        .statusCode();
  }

  private static HttpEvent event(
      String body,
      Map<String, String> headers,
      Map<String, String> query,
      List<String> cookies,
      Map<String, String> claims) {
    return new HttpEvent(
        "2.0",
        "POST /api/v1/things/{thing}",
        "/api/v1/things/box",
        null,
        cookies,
        headers,
        query,
        Map.of("thing", "box"),
        new HttpEvent.RequestContext(
            claims.isEmpty() ? null : new HttpEvent.Authorizer(claims),
            null,
            new HttpEvent.Http("POST", "/api/v1/things/box", null, "192.0.2.1", null),
            "req-12345678",
            null,
            0),
        body,
        false);
  }
}
