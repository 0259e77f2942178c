package dev.heddle.functions.core.internet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.functions.spec.port.OutboundHttp.Failed;
import dev.heddle.functions.spec.port.OutboundHttp.Request;
import dev.heddle.functions.spec.port.OutboundHttp.Response;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a hostile server may cost us: against raw sockets. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class BoundsTest {
  /** What the server says after it was spoken to. */
  @FunctionalInterface
  private interface Script {
    void play(OutputStream out) throws Exception;
  }

  private static final Duration SHORT = Duration.ofMillis(400);

  private ServerSocket listener;
  private GuardedHttpClient internet;
  private volatile Script script = _ -> {};

  @BeforeEach
  void start() throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));
    Thread.ofVirtual().start(this::serve);
    internet = new GuardedHttpClient("", InetAddress::getAllByName, _ -> Optional.empty());
  }

  @AfterEach
  void stop() throws IOException {
    listener.close();
    internet.close();
  }

  private void serve() {
    while (!listener.isClosed()) {
      try {
        Socket socket = listener.accept();
        Thread.ofVirtual().start(() -> talk(socket));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void talk(Socket socket) {
    try (socket) {
      int read = socket.getInputStream().read(new byte[4096]);
      assertThat(read).isPositive();
      script.play(socket.getOutputStream());
    } catch (Exception e) {
      // the client hung up, as it should
    }
  }

  private byte[] call(Duration timeout, int maxBody) throws IOException {
    return call("http", timeout, maxBody);
  }

  private byte[] call(String scheme, Duration timeout, int maxBody) throws IOException {
    var request =
        new Request(
            "GET",
            URI.create(scheme + "://127.0.0.1:" + listener.getLocalPort() + "/"),
            Map.of(),
            new byte[0],
            timeout,
            0,
            maxBody);
    try (Response reply = internet.send(request)) {
      return reply.body().readAllBytes();
    }
  }

  private void assertLate() {
    long begin = System.nanoTime();
    assertThatThrownBy(() -> call(SHORT, 1000))
        .isInstanceOfSatisfying(Failed.class, e -> assertThat(e.timeout()).isTrue());
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(3));
  }

  private static void drip(OutputStream out, String piece) throws Exception {
    for (int i = 0; i < 500; i++) {
      out.write(piece.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      Thread.sleep(20);
    }
  }

  private static void say(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  @Test
  void endsASilentServer() {
    script = _ -> Thread.sleep(10_000);
    assertLate();
  }

  @Test
  void endsHeadersThatDrip() {
    script =
        out -> {
          say(out, "HTTP/1.1 200 OK\r\nX-Slow: ");
          drip(out, "a");
        };
    assertLate();
  }

  @Test
  void endsABodyThatDrips() {
    script =
        out -> {
          say(out, "HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\n");
          drip(out, "a");
        };
    assertLate();
  }

  @Test
  void endsEndlessInformation() {
    script =
        out -> {
          drip(out, "HTTP/1.1 100 Continue\r\n\r\n");
        };
    assertLate();
  }

  @Test
  void stopsABodyThatIsTooLong() {
    script =
        out -> {
          say(out, "HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
          byte[] much = new byte[64 * 1024];
          for (int i = 0; i < 10_000; i++) {
            out.write(much);
          }
        };
    assertThatThrownBy(() -> call(Duration.ofSeconds(10), 1000))
        .isInstanceOf(Failed.class)
        .hasMessage("The response is larger than 1000 bytes.");
  }

  @Test
  void stopsADecompressionBomb() {
    script =
        out -> {
          say(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nConnection: close\r\n\r\n");
          try (var gzip = new GZIPOutputStream(out)) {
            byte[] zeros = new byte[64 * 1024];
            for (int i = 0; i < 3_000; i++) {
              gzip.write(zeros);
            }
          }
        };
    assertThatThrownBy(() -> call(Duration.ofSeconds(10), 100_000))
        .isInstanceOf(Failed.class)
        .hasMessage("The response is larger than 100000 bytes.");
  }

  @Test
  void unpacksGzip() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write("hello".getBytes(StandardCharsets.UTF_8));
    }
    script =
        out -> {
          say(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: ");
          say(out, packed.size() + "\r\n\r\n");
          out.write(packed.toByteArray());
        };
    assertThat(call(Duration.ofSeconds(5), 5)).asString().isEqualTo("hello");
  }

  @Test
  void refusesWhatOnlyClaimsToBeGzip() {
    script = out -> say(out, "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\nplainly not gzip");
    assertThatThrownBy(() -> call(Duration.ofSeconds(5), 100))
        .isInstanceOf(Failed.class)
        .hasMessageContaining("isn't valid gzip");
  }

  @Test
  void stopsAHeaderThatIsTooLong() {
    script =
        out -> {
          say(out, "HTTP/1.1 200 OK\r\nX-Long: ");
          out.write("a".repeat(40_000).getBytes(StandardCharsets.ISO_8859_1));
          say(out, "\r\n\r\n");
        };
    assertThatThrownBy(() -> call(Duration.ofSeconds(5), 100))
        .isInstanceOf(Failed.class)
        .hasMessageContaining("headers");
  }

  @Test
  void stopsTooManyHeaders() {
    script =
        out -> {
          say(out, "HTTP/1.1 200 OK\r\n");
          for (int i = 0; i < 2_000; i++) {
            say(out, "X-" + i + ": 1\r\n");
          }
        };
    assertThatThrownBy(() -> call(Duration.ofSeconds(5), 100))
        .isInstanceOf(Failed.class)
        .hasMessageContaining("headers");
  }

  @Test
  void saysThatABodyBrokeOff() {
    script = out -> say(out, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nonly this");
    assertThatThrownBy(() -> call(Duration.ofSeconds(5), 1000))
        .isInstanceOfSatisfying(Failed.class, e -> assertThat(e.timeout()).isFalse())
        .hasMessageContaining("was lost");
  }

  @Test
  void saysThatTlsFailed() {
    script = out -> say(out, "HTTP/1.1 400 Bad Request\r\n\r\n");
    assertThatThrownBy(() -> call("https", Duration.ofSeconds(5), 1000))
        .isInstanceOf(Failed.class)
        .hasMessageStartingWith("The secure connection to 127.0.0.1 failed: ");
  }

  @Test
  void saysThatNothingCame() {
    script = _ -> {};
    assertThatThrownBy(() -> call(Duration.ofSeconds(5), 1000))
        .isInstanceOf(Failed.class)
        .hasMessageContaining("without a response");
  }

  @Test
  void comesBackFromALookupThatHangs() throws IOException {
    HostResolver hanging =
        host -> {
          try {
            Thread.sleep(5_000);
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
          return InetAddress.getAllByName(host);
        };
    try (var slow = new GuardedHttpClient("", hanging, _ -> Optional.empty())) {
      var request =
          new Request(
              "GET", URI.create("http://slow.test/"), Map.of(), new byte[0], SHORT, 0, 1000);
      assertThatThrownBy(() -> slow.send(request))
          .isInstanceOfSatisfying(Failed.class, e -> assertThat(e.timeout()).isTrue());
    }
  }
}
