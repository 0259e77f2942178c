package dev.heddle.localstack.host.gateway;

import dev.heddle.events.HttpEvent;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes API Gateway's events (payload 2.0) of what arrives. */
final class HttpEvents {
  /** What an HTTP API takes, in bytes. */
  static final int MAX_BODY = 10 * 1024 * 1024;

  /** The most that is read of a longer one, in bytes. */
  private static final long DISCARDED = 4L * MAX_BODY;

  private static final Pattern TEXT =
      Pattern.compile("(?i)(text/.*|application/(.*[+])?(json|xml|javascript).*)");

  private final InstantSource clock;

  HttpEvents(InstantSource clock) {
    this.clock = clock;
  }

  /** The event, or null when the body is over the limit. */
  @Nullable HttpEvent of(Context context, String routeKey, Map<String, String> claims) {
    byte[] body = body(context);
    if (body.length > MAX_BODY) {
      return null;
    }
    String text = body.length == 0 ? null : text(context, body);
    boolean binary = body.length > 0 && text == null;
    Map<String, String> headers = headers(context);
    return new HttpEvent(
        "2.0",
        routeKey,
        context.path(),
        context.queryString(),
        cookies(headers.remove("cookie")),
        headers,
        query(context),
        context.pathParamMap(),
        requestContext(context, claims),
        binary ? Base64.getEncoder().encodeToString(body) : text,
        binary);
  }

  private HttpEvent.RequestContext requestContext(Context context, Map<String, String> claims) {
    return new HttpEvent.RequestContext(
        claims.isEmpty() ? null : new HttpEvent.Authorizer(claims),
        context.host(),
        new HttpEvent.Http(
            context.method().name(),
            context.path(),
            context.protocol(),
            context.ip(),
            context.userAgent()),
        UUID.randomUUID().toString(),
        "$default",
        clock.millis());
  }

  /** Reads one byte more than is taken, so that a longer body is noticed and never held. */
  private static byte[] body(Context context) {
    boolean tooLong = context.req().getContentLengthLong() > MAX_BODY;
    try (InputStream in = context.req().getInputStream()) {
      byte[] body = tooLong ? new byte[MAX_BODY + 1] : in.readNBytes(MAX_BODY + 1);
      if (body.length > MAX_BODY) {
        discard(in);
      }
      return body;
    } catch (IOException e) {
      throw new UncheckedIOException("The body broke off", e);
    }
  }

  /**
   * Lets some of a body that is too long arrive: a connection that is closed while bytes are on the
   * way is reset, and its caller never reads why.
   */
  private static void discard(InputStream in) throws IOException {
    long left = DISCARDED;
    long skipped = in.skip(left);
    while (skipped > 0 && left > skipped) {
      left -= skipped;
      skipped = in.skip(left);
    }
  }

  private static @Nullable String text(Context context, byte[] body) {
    String type = context.contentType();
    if (type != null && !TEXT.matcher(type).matches()) {
      return null;
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static Map<String, String> headers(Context context) {
    Map<String, String> headers = new HashMap<>();
    for (String name : java.util.Collections.list(context.req().getHeaderNames())) {
      String values = String.join(",", java.util.Collections.list(context.req().getHeaders(name)));
      headers.put(name.toLowerCase(Locale.ROOT), values);
    }
    return headers;
  }

  private static @Nullable List<String> cookies(@Nullable String header) {
    return header == null ? null : Arrays.stream(header.split("[;,]\\s*")).toList();
  }

  private static Map<String, String> query(Context context) {
    String query = context.queryString();
    if (query == null || query.isEmpty()) {
      return Map.of();
    }
    return Arrays.stream(query.split("&"))
        .filter(pair -> !pair.isEmpty())
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> decoded(pair[0]),
                pair -> pair.length == 2 ? decoded(pair[1]) : "",
                (one, other) -> one + "," + other));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }
}
