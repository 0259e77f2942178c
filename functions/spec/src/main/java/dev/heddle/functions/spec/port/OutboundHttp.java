package dev.heddle.functions.spec.port;

import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * HTTP to the public internet. Every address a name resolves to, at every redirect, is checked
 * before a connection is made; private, local, link-local and metadata addresses are refused with
 * {@link Refused}.
 */
public interface OutboundHttp {

  /**
   * Sends a request.
   *
   * @throws Refused when the address may not be called
   * @throws Failed when no answer came: name, connection, TLS, time, or a body over the limit
   */
  Response send(Request request);

  /**
   * A request; {@code maxBody} bounds the answer, in bytes, {@code timeout} the whole exchange.
   * Credentials in headers are not sent on to another host by a redirect.
   */
  record Request(
      String method,
      URI url,
      Map<String, String> headers,
      byte[] body,
      Duration timeout,
      int maxRedirects,
      int maxBody) {}

  /** An answer, of any status. The body streams; close the reply. */
  record Response(int status, Map<String, List<String>> headers, InputStream body)
      implements AutoCloseable {
    @Override
    public void close() throws java.io.IOException {
      body.close();
    }
  }

  /** The guard's refusal. */
  final class Refused extends RuntimeException {
    /** Says which address and why. */
    public Refused(String message) {
      super(message, null, false, false);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }

  /** No answer. */
  final class Failed extends RuntimeException {
    private final boolean timeout;

    /** Says what failed; {@code timeout} when time ran out. */
    public Failed(String message, boolean timeout) {
      super(message, null, false, false);
      this.timeout = timeout;
    }

    /** Whether time ran out. */
    public boolean timeout() {
      return timeout;
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
