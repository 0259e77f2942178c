package dev.heddle.functions.core.internet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.functions.spec.port.OutboundHttp.Failed;
import dev.heddle.functions.spec.port.OutboundHttp.Refused;
import dev.heddle.functions.spec.port.OutboundHttp.Request;
import dev.heddle.functions.spec.port.OutboundHttp.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedHttpClientTest {
  /** Names ending in {@code .public} lead to the local server, which passes for a public one. */
  private static final AddressRule RULE =
      address ->
          address.getHostAddress().equals("127.0.0.1")
              ? Optional.empty()
              : new PublicAddresses().refusal(address);

  private LocalServer server;
  private GuardedHttpClient internet;

  @BeforeEach
  void start() throws IOException {
    server = new LocalServer();
    internet = new GuardedHttpClient("", GuardedHttpClientTest::resolve, RULE);
  }

  @AfterEach
  void stop() throws IOException {
    internet.close();
    server.close();
  }

  private static InetAddress[] resolve(String host) throws UnknownHostException {
    return switch (host) {
      case "a.public", "b.public" -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.1")};
      case "loop.private" -> new InetAddress[] {InetAddress.ofLiteral("127.0.0.2")};
      case "metadata.private" -> new InetAddress[] {InetAddress.ofLiteral("169.254.169.254")};
      case "half.private" ->
          new InetAddress[] {InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("10.0.0.1")};
      default -> throw new UnknownHostException(host);
    };
  }

  private String url(String host, String path) {
    return "http://" + host + ":" + server.port() + path;
  }

  private Request get(String url, Map<String, String> headers) {
    return new Request(
        "GET", URI.create(url), headers, new byte[0], Duration.ofSeconds(5), 3, 1_000_000);
  }

  private String body(Request request) throws IOException {
    try (Response reply = internet.send(request)) {
      return new String(reply.body().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void sendsAndReceives() throws IOException {
    server.at(
        "/things",
        exchange -> {
          exchange.getResponseHeaders().add("X-Two", "1");
          exchange.getResponseHeaders().add("X-Two", "2");
          LocalServer.answer(exchange, 201, "made".getBytes(StandardCharsets.UTF_8));
        });
    var request =
        new Request(
            "POST",
            URI.create(url("a.public", "/things?x=1")),
            Map.of("Content-Type", "text/plain", "X-Key", "k"),
            "hello".getBytes(StandardCharsets.UTF_8),
            Duration.ofSeconds(5),
            0,
            100);
    try (Response reply = internet.send(request)) {
      assertThat(reply.status()).isEqualTo(201);
      assertThat(reply.headers()).containsEntry("x-two", List.of("1", "2"));
      assertThat(reply.body().readAllBytes()).asString().isEqualTo("made");
    }
    LocalServer.Seen seen = server.seen().getFirst();
    assertThat(seen.path()).isEqualTo("/things?x=1");
    assertThat(seen.body()).isEqualTo("hello");
    assertThat(seen.headers().getFirst("X-Key")).isEqualTo("k");
    assertThat(seen.headers().getFirst("Host")).isEqualTo("a.public:" + server.port());
    assertThat(seen.headers().get("Cookie")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "loop.private, loopback",
    "metadata.private, link-local",
    "half.private, private",
    "169.254.169.254, link-local",
    "10.1.2.3, private",
    "[::1], loopback",
    "[fd00:ec2::254], private",
    "[::ffff:10.0.0.1], private"
  })
  void refusesPrivateAddressesByNameAndByNumber(String host, String purpose) throws IOException {
    try (var strict = new GuardedHttpClient("", GuardedHttpClientTest::literalOrName, RULE)) {
      assertThatThrownBy(() -> strict.send(get(url(host, "/"), Map.of())))
          .isInstanceOf(Refused.class)
          .hasMessageContaining(purpose);
    }
    assertThat(server.seen()).isEmpty();
  }

  private static InetAddress[] literalOrName(String host) throws UnknownHostException {
    return host.endsWith("private") ? resolve(host) : InetAddress.getAllByName(host);
  }

  @ParameterizedTest
  @ValueSource(strings = {"localhost", "127.0.0.1", "[::1]", "[::ffff:127.0.0.1]"})
  void refusesThisMachineWithTheRealResolver(String host) throws IOException {
    try (var real = new GuardedHttpClient("")) {
      assertThatThrownBy(() -> real.send(get(url(host, "/"), Map.of())))
          .isInstanceOf(Refused.class)
          .hasMessageContaining("loopback");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"loop.private", "metadata.private", "half.private", "2130706433"})
  void refusesARedirectToAPrivateAddress(String host) {
    server.redirecting("/go", 302, url(host, "/secret"));
    assertThatThrownBy(() -> internet.send(get(url("a.public", "/go"), Map.of())))
        .isInstanceOf(Refused.class);
    assertThat(server.seen()).hasSize(1);
  }

  @Test
  void refusesANameThatChangesItsMind() throws IOException {
    var turn = new AtomicInteger();
    HostResolver rebinding =
        host -> resolve(turn.getAndIncrement() == 0 ? "a.public" : "loop.private");
    server.at(
        "/",
        exchange -> {
          exchange.getResponseHeaders().set("Connection", "close");
          LocalServer.answer(exchange, 200, new byte[0]);
        });
    try (var client = new GuardedHttpClient("", rebinding, RULE)) {
      client.send(get(url("x.test", "/"), Map.of())).close();
      assertThatThrownBy(() -> client.send(get(url("x.test", "/"), Map.of())))
          .isInstanceOf(Refused.class);
    }
    assertThat(server.seen()).hasSize(1);
  }

  @Test
  void keepsCredentialsFromAnotherHost() throws IOException {
    server.redirecting("/go", 302, url("b.public", "/end"));
    server.at("/end", exchange -> LocalServer.answer(exchange, 200, new byte[0]));
    body(
        get(
            url("a.public", "/go"),
            Map.of("Authorization", "Bearer s", "X-Api-Key", "s", "Accept", "text/plain")));
    var headers = server.seen().getLast().headers();
    assertThat(headers.keySet()).doesNotContain("Authorization", "X-api-key");
    assertThat(headers.getFirst("Accept")).isEqualTo("text/plain");
  }

  @Test
  void takesCredentialsAlongOnTheSameHost() throws IOException {
    server.redirecting("/go", 307, "end");
    server.at("/end", exchange -> LocalServer.answer(exchange, 200, new byte[0]));
    body(get(url("a.public", "/go"), Map.of("Authorization", "Bearer s")));
    assertThat(server.seen().getLast().headers().getFirst("Authorization")).isEqualTo("Bearer s");
  }

  @ParameterizedTest
  @CsvSource({"301, GET, ''", "302, GET, ''", "303, GET, ''", "307, POST, x", "308, POST, x"})
  void changesTheMethodAsBrowsersDo(int status, String method, String sent) throws IOException {
    server.redirecting("/go", status, "/end");
    server.at("/end", exchange -> LocalServer.answer(exchange, 200, new byte[0]));
    body(
        new Request(
            "POST",
            URI.create(url("a.public", "/go")),
            Map.of("Content-Type", "text/plain"),
            new byte[] {'x'},
            Duration.ofSeconds(5),
            1,
            10));
    LocalServer.Seen last = server.seen().getLast();
    assertThat(last.method()).isEqualTo(method);
    assertThat(last.body()).isEqualTo(sent);
    assertThat(last.headers().containsKey("Content-Type")).isEqualTo(!sent.isEmpty());
  }

  @Test
  void stopsAfterSoManyRedirects() {
    server.redirecting("/go", 302, "/go");
    assertThatThrownBy(() -> internet.send(get(url("a.public", "/go"), Map.of())))
        .isInstanceOf(Failed.class)
        .hasMessage("a.public redirects more than 3 times.");
    assertThat(server.seen()).hasSize(4);
  }

  @Test
  void handsARedirectOnWhenNoneIsToBeFollowed() throws IOException {
    server.redirecting("/go", 302, "/end");
    var request =
        new Request(
            "GET",
            URI.create(url("a.public", "/go")),
            Map.of(),
            new byte[0],
            Duration.ofSeconds(5),
            0,
            10);
    try (Response reply = internet.send(request)) {
      assertThat(reply.status()).isEqualTo(302);
      assertThat(reply.headers()).containsEntry("location", List.of("/end"));
    }
  }

  @Test
  void refusesToGoFromHttpsToHttp() {
    var hop = new RedirectHop("GET", URI.create("https://a.public/"), Map.of(), new byte[0]);
    assertThatThrownBy(() -> hop.next(302, "http://a.public/"))
        .isInstanceOf(Refused.class)
        .hasMessageContaining("https to http");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Host",
        "content-length",
        "Transfer-Encoding",
        "Connection",
        "Proxy-Authorization",
        "Expect",
        "Bad Name",
        "Bad:Name",
        ""
      })
  void refusesHeadersOfTheConnection(String name) {
    assertThatThrownBy(() -> internet.send(get(url("a.public", "/"), Map.of(name, "x"))))
        .isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\0b", "\u0100"})
  void refusesLineBreaksInHeaders(String value) {
    assertThatThrownBy(() -> internet.send(get(url("a.public", "/"), Map.of("X-Ok", value))))
        .isInstanceOf(Refused.class)
        .message()
        .doesNotContain("Evil");
  }

  @Test
  void letsOnePrivateAddressThrough() throws IOException {
    server.at("/model", exchange -> LocalServer.answer(exchange, 200, new byte[] {'o', 'k'}));
    String allowed = "http://127.0.0.1:" + server.port() + "/model/v1";
    try (var client = new GuardedHttpClient(allowed)) {
      try (Response reply = client.send(get(allowed + "/chat", Map.of()))) {
        assertThat(reply.status()).isEqualTo(200);
      }
      assertThatThrownBy(() -> client.send(get(url("127.0.0.1", "/model/v2"), Map.of())))
          .isInstanceOf(Refused.class);
    }
  }

  @Test
  void neverRedirectsToThePrivateAddress() throws IOException {
    server.redirecting("/go", 302, url("loop.private", "/model/x"));
    String allowed = url("loop.private", "/model");
    try (var client = new GuardedHttpClient(allowed, GuardedHttpClientTest::resolve, RULE)) {
      assertThatThrownBy(() -> client.send(get(url("a.public", "/go"), Map.of())))
          .isInstanceOf(Refused.class);
    }
  }

  @Test
  void saysThatANameDoesNotExist() {
    assertThatThrownBy(() -> internet.send(get("http://nowhere.test/?key=s3cret", Map.of())))
        .isInstanceOf(Failed.class)
        .hasMessage("There is no host named nowhere.test.");
  }

  @Test
  void saysThatNobodyListens() {
    int port = server.port();
    server.close();
    assertThatThrownBy(() -> internet.send(get("http://a.public:" + port + "/", Map.of())))
        .isInstanceOf(Failed.class)
        .hasMessage("a.public refused the connection or could not be reached.");
  }
}
