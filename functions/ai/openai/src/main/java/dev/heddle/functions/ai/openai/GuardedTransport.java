package dev.heddle.functions.ai.openai;

import com.openai.core.RequestOptions;
import com.openai.core.http.Headers;
import com.openai.core.http.HttpClient;
import com.openai.core.http.HttpRequest;
import com.openai.core.http.HttpRequestBody;
import com.openai.core.http.HttpResponse;
import dev.heddle.functions.spec.port.OutboundHttp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** The model client's way out: through the guard, with the key this call is to use, or none. */
final class GuardedTransport implements HttpClient {
  private static final int MOST = 4_000_000;

  private final OutboundHttp internet;
  private final String key;
  private final Duration timeout;

  /** The key may be empty: then nothing signs in. */
  GuardedTransport(OutboundHttp internet, String key, Duration timeout) {
    this.internet = internet;
    this.key = key;
    this.timeout = timeout;
  }

  @Override
  public HttpResponse execute(HttpRequest request, RequestOptions options) {
    return new Response(
        internet.send(
            new OutboundHttp.Request(
                request.method().name(),
                URI.create(request.url()),
                headers(request),
                body(request.body()),
                timeout,
                0,
                MOST)));
  }

  private Map<String, String> headers(HttpRequest request) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : request.headers().names()) {
      if (!name.toLowerCase(Locale.ROOT).equals("authorization")) {
        headers.put(name, String.join(", ", request.headers().values(name)));
      }
    }
    headers.put("Content-Type", "application/json");
    if (!key.isEmpty()) {
      headers.put("Authorization", "Bearer " + key);
    }
    return headers;
  }

  @SuppressWarnings("ConstantValue") // Kotlin's types do not tell that there may be no body.
  private static byte[] body(HttpRequestBody body) {
    if (body == null) {
      return new byte[0];
    }
    var bytes = new ByteArrayOutputStream();
    body.writeTo(bytes);
    return bytes.toByteArray();
  }

  @Override
  public CompletableFuture<HttpResponse> executeAsync(HttpRequest request, RequestOptions options) {
    return CompletableFuture.supplyAsync(() -> execute(request, options));
  }

  @Override
  public void close() {}

  private record Response(OutboundHttp.Response reply) implements HttpResponse {

    @Override
    public int statusCode() {
      return reply.status();
    }

    @Override
    public Headers headers() {
      return Headers.builder().putAll(reply.headers()).build();
    }

    @Override
    public InputStream body() {
      return reply.body();
    }

    @Override
    public void close() {
      try {
        reply.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
