package dev.heddle.functions.core.internet;

import dev.heddle.functions.spec.port.OutboundHttp.Failed;
import dev.heddle.functions.spec.port.OutboundHttp.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;

/** Hands on an answer with its body unpacked and bounded. */
final class ResponseReader {
  /** What packing may add to a body that does not get smaller. */
  private static final int OVERHEAD = 64 * 1024;

  private ResponseReader() {}

  static Response of(
      ClassicHttpResponse head,
      int maxBody,
      Function<IOException, Failed> failure,
      BoundedBody.CloseAction closeAction) {
    Map<String, List<String>> headers = headers(head);
    boolean packed = headers.getOrDefault("content-encoding", List.of()).equals(List.of("gzip"));
    try {
      InputStream body = body(head, packed, (long) maxBody + OVERHEAD, failure);
      if (packed) {
        headers.keySet().removeAll(List.of("content-encoding", "content-length"));
      }
      var bounded = new BoundedBody(body, maxBody, failure, closeAction);
      return new Response(head.getCode(), headers, bounded);
    } catch (IOException e) {
      RedirectExchange.quietly(closeAction);
      throw failure.apply(e);
    } catch (Failed e) {
      RedirectExchange.quietly(closeAction);
      throw e;
    }
  }

  private static InputStream body(
      ClassicHttpResponse head, boolean packed, long most, Function<IOException, Failed> failure)
      throws IOException {
    HttpEntity entity = head.getEntity();
    if (entity == null || entity.getContentLength() == 0) {
      return InputStream.nullInputStream();
    }
    InputStream raw = entity.getContent();
    return packed ? new GZIPInputStream(new BoundedBody(raw, most, failure, raw::close)) : raw;
  }

  private static Map<String, List<String>> headers(ClassicHttpResponse head) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (Header header : head.getHeaders()) {
      headers
          .computeIfAbsent(header.getName().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
          .add(header.getValue());
    }
    return headers;
  }
}
