package dev.heddle.functions.nodes.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import Heddle.BadConfig;
import Heddle.HttpFailed;
import Heddle.HttpStatus;
import Heddle.Refused;
import Heddle.SecretMissing;
import com.sun.net.httpserver.HttpExchange;
import dev.heddle.events.NodeCall;
import dev.heddle.functions.core.door.NodeDoor;
import dev.heddle.functions.core.http.HttpConfig;
import dev.heddle.functions.core.internet.GuardedHttpClient;
import dev.heddle.functions.core.internet.LocalServer;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.port.FakePorts;
import dev.heddle.functions.spec.port.FakeTenantSecrets;
import dev.heddle.functions.spec.port.TenantSecrets;
import dev.heddle.functions.spec.shape.WireJson;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class HttpRequestNodeTest {
  private static final TenantSecrets VAULT =
      new FakeTenantSecrets(Map.of("crm", "pass\"word/1\n", "broken", "two\nlines"));

  private LocalServer server;
  private GuardedHttpClient internet;
  private NodeDoor<HttpConfig> door;

  @BeforeEach
  void start() throws IOException {
    server = new LocalServer();
    internet = new GuardedHttpClient(server.url("/api"));
    Function<Tenant, TenantSecrets> vaults =
        tenant -> tenant.id().equals("ten_1") ? VAULT : new FakeTenantSecrets(Map.of());
    door =
        NodeDoor.open(
            new HttpRequestNode(),
            FakePorts.of(Map.of("internet", internet, "tenantSecrets", vaults)));
  }

  @AfterEach
  void stop() throws IOException {
    internet.close();
    server.close();
  }

  /** Runs the node at the path with these further settings, written with single quotes. */
  private JsonNode run(String path, String settings) {
    return run("ten_1", path, settings);
  }

  private JsonNode run(String tenant, String path, String settings) {
    String more = settings.isEmpty() ? "" : "," + settings.replace('\'', '"');
    JsonNode config =
        WireJson.MAPPER.readTree("{\"url\":\"" + server.url(path) + "\"" + more + "}");
    var call = new NodeCall(tenant, "wf_1", "run_1", "http1", "", config);
    JsonNode reply = WireJson.MAPPER.readTree(door.answer(WireJson.MAPPER.writeValueAsBytes(call)));
    assertThat(reply.path("port").asString()).isEqualTo("main");
    return reply.path("output");
  }

  private void answering(int status, String type, byte[] body) {
    server.at(
        "/api",
        exchange -> {
          if (!type.isEmpty()) {
            exchange.getResponseHeaders().set("Content-Type", type);
          }
          exchange.getResponseHeaders().add("Set-Cookie", "session=s3cret");
          exchange.getResponseHeaders().add("X-Two", "1");
          exchange.getResponseHeaders().add("X-Two", "2");
          LocalServer.answer(exchange, status, body);
        });
  }

  private void answering(int status, String type, String body) {
    answering(status, type, body.getBytes(StandardCharsets.UTF_8));
  }

  private LocalServer.Seen seen() {
    return server.seen().getLast();
  }

  @Test
  void callsAndReadsJson() {
    answering(201, "application/json; charset=utf-8", "{\"id\":7,\"list\":[1,null]}");
    JsonNode output =
        run(
            "/api/orders?a=1",
            "'method':'POST','query':{'q':'a b&c','n':2,'gone':null,'tag':['x','y']},"
                + "'headers':{'X-Kind':'test','X-Gone':null},"
                + "'body':{'kind':'json','json':{'name':'Zoë'}}");
    assertThat(output.path("status").intValue()).isEqualTo(201);
    assertThat(output.path("body").path("id").intValue()).isEqualTo(7);
    assertThat(output.path("headers").path("x-two").asString()).isEqualTo("1, 2");
    assertThat(output.path("headers").has("set-cookie")).isFalse();
    assertThat(seen().method()).isEqualTo("POST");
    assertThat(seen().path()).isEqualTo("/api/orders?a=1&q=a%20b%26c&n=2&tag=x&tag=y");
    assertThat(seen().body()).isEqualTo("{\"name\":\"Zoë\"}");
    assertThat(seen().headers().getFirst("Content-Type")).isEqualTo("application/json");
    assertThat(seen().headers().getFirst("X-Kind")).isEqualTo("test");
    assertThat(seen().headers().containsKey("X-Gone")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET | {'kind':'none'} | '' | ",
        "DELETE | {'kind':'none'} | '' | ",
        "PUT | {'kind':'text','text':'hi'} | hi | text/plain; charset=utf-8",
        "PATCH | {'kind':'text','text':'<a/>','contentType':'text/xml'} | <a/> | text/xml",
        "POST | {'kind':'form','fields':{'a':'x y','b':true}} | a=x%20y&b=true"
            + " | application/x-www-form-urlencoded",
        "POST | {'kind':'json','json':'just text'} | \"just text\" | application/json"
      })
  void sendsEachKindOfBody(String method, String body, String sent, String type) {
    answering(204, "", "");
    run("/api", "'method':'" + method + "','body':" + body);
    assertThat(seen().method()).isEqualTo(method);
    assertThat(seen().body()).isEqualTo(sent);
    assertThat(seen().headers().getFirst("Content-Type")).isEqualTo(type);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json | 'null' | null",
        "application/problem+json | {\"a\":1} | {\"a\":1}",
        "text/plain | {\"a\":1} | \"{\\\"a\\\":1}\"",
        "'' | plain | \"plain\"",
        "application/json | '' | null",
        "image/png | abc | {\"encoding\":\"base64\",\"data\":\"YWJj\"}"
      })
  void readsABodyByItsType(String type, String body, String read) {
    answering(200, type, body);
    assertThat(run("/api", "").path("body")).isEqualTo(WireJson.MAPPER.readTree(read));
  }

  @Test
  void readsTextInItsCharset() {
    answering(
        200, "text/plain; charset=\"iso-8859-1\"", "Zoë".getBytes(Charset.forName("iso-8859-1")));
    assertThat(run("/api", "").path("body").asString()).isEqualTo("Zoë");
  }

  @Test
  void marksBytesThatAreNoText() {
    answering(200, "", new byte[] {(byte) 0xff, (byte) 0xfe, 0});
    assertThat(run("/api", "").path("body").path("encoding").asString()).isEqualTo("base64");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'kind':'bearer','token':'crm'} | Authorization | Bearer pass\"word/1",
        "{'kind':'header','name':'X-Key','value':'crm'} | X-Key | pass\"word/1",
        "{'kind':'basic','user':'me','password':'crm'} | Authorization | Basic bWU6cGFzcyJ3b3JkLzE="
      })
  void signsInWithASecretNoOneSeesAgain(String auth, String header, String value) {
    server.at("/api", exchange -> echo(exchange, header, 200));
    JsonNode output = run("/api", "'auth':" + auth);
    assertThat(seen().headers().getFirst(header)).isEqualTo(value);
    assertThat(output.toString()).contains("•••").doesNotContain("word/1", "bWU6");
  }

  @Test
  void hidesTheSecretInErrorsToo() {
    server.at("/api", exchange -> echo(exchange, "Authorization", 500));
    assertThatThrownBy(() -> run("/api?k=v", "'auth':{'kind':'bearer','token':'crm'}"))
        .isInstanceOf(HttpStatus.class)
        .hasMessageContaining("GET " + server.url("/api") + " responded with 500: ")
        .hasMessageContaining("•••")
        .message()
        .doesNotContain("word/1", "k=v");
  }

  private static void echo(HttpExchange exchange, String header, int status) throws IOException {
    String value = exchange.getRequestHeaders().getFirst(header);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("X-Echo", value);
    LocalServer.answer(exchange, status, WireJson.MAPPER.writeValueAsBytes(Map.of("echo", value)));
  }

  @Test
  void namesTheSecretThatIsMissing() {
    assertThatThrownBy(() -> run("/api", "'auth':{'kind':'bearer','token':'nope'}"))
        .isInstanceOf(SecretMissing.class)
        .hasMessageContaining("“nope”");
    assertThatThrownBy(() -> run("ten_2", "/api", "'auth':{'kind':'bearer','token':'crm'}"))
        .isInstanceOf(SecretMissing.class);
    assertThat(server.seen()).isEmpty();
  }

  @Test
  void failsOnAnErrorStatusWithAShortExcerpt() {
    answering(503, "text/plain", "x".repeat(5_000));
    assertThatThrownBy(() -> run("/api", ""))
        .isInstanceOf(HttpStatus.class)
        .hasMessageContaining("responded with 503: xxx")
        .message()
        .hasSizeLessThan(700);
  }

  @Test
  void handsAnErrorStatusOnWhenAsked() {
    answering(404, "text/plain", "no such order");
    JsonNode output = run("/api", "'failOnStatus':false");
    assertThat(output.path("status").intValue()).isEqualTo(404);
    assertThat(output.path("body").asString()).isEqualTo("no such order");
  }

  @Test
  void followsRedirectsOnlyWhenAsked() {
    server.redirecting("/api", 302, "https://10.0.0.1/");
    assertThat(run("/api", "'followRedirects':false").path("status").intValue()).isEqualTo(302);
    assertThatThrownBy(() -> run("/api", "")).isInstanceOf(Refused.class);
  }

  @Test
  void refusesPrivateAddresses() {
    assertThatThrownBy(() -> run("/elsewhere", "")).isInstanceOf(Refused.class);
    assertThat(server.seen()).isEmpty();
  }

  @Test
  void boundsTheAnswer() {
    answering(200, "text/plain", "x".repeat(2_000));
    assertThatThrownBy(() -> run("/api", "'maxResponseBytes':1000"))
        .isInstanceOf(HttpFailed.class)
        .hasMessage("The response is larger than 1000 bytes.");
  }

  @Test
  void saysThatJsonIsNone() {
    answering(200, "application/json", "<html>");
    assertThatThrownBy(() -> run("/api", ""))
        .isInstanceOf(HttpFailed.class)
        .hasMessageContaining("isn't valid JSON");
  }

  @Test
  void saysThatNobodyAnswers() {
    server.close();
    assertThatThrownBy(() -> run("/api", "")).isInstanceOf(HttpFailed.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'headers':{'Host':'evil'} = headers: the header Host",
        "'headers':{'X-A':'a\\r\\nb'} = headers: the header X-A",
        "'headers':{'a b':'c'} = headers: “a b” isn't a valid header name",
        "'headers':{'X-A':{'b':1}} = headers.X-A must be",
        "'query':{'a':{'b':1}} = query.a must be",
        "'body':{'kind':'form','fields':{'a':{}}} = body.fields.a must be",
        "'auth':{'kind':'basic','user':'a:b','password':'crm'} = auth.user must not",
        "'auth':{'kind':'bearer','token':'broken'} = auth: the header Authorization",
        "'method':'BREW' = method: Must be one of",
        "'maxResponseBytes':0 = maxResponseBytes: Must be between"
      })
  void namesTheFieldThatIsWrong(String settingsAndMessage) {
    String[] parts = settingsAndMessage.split(" = ");
    assertThatThrownBy(() -> run("/api", parts[0]))
        .isInstanceOf(BadConfig.class)
        .hasMessageContaining(parts[1])
        .message()
        .doesNotContain("lines\n");
    assertThat(server.seen()).isEmpty();
  }
}
