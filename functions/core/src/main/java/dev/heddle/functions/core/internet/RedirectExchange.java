package dev.heddle.functions.core.internet;

import dev.heddle.functions.spec.port.OutboundHttp.Failed;
import dev.heddle.functions.spec.port.OutboundHttp.Request;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;

/** One call along its redirects, up to the head of the last answer. */
final class RedirectExchange {
  private final Function<RedirectHop, CloseableHttpClient> clients;
  private final Request request;
  private final Deadline deadline;
  // Written by the thread that exchanges, cancelled by the one that waits or by the timer.
  private volatile HttpUriRequestBase current;
  private volatile boolean cancelled;

  /** An exchange whose every hop is checked by, and goes through, the client chosen for it. */
  RedirectExchange(
      Function<RedirectHop, CloseableHttpClient> clients, Request request, Deadline deadline) {
    this.clients = clients;
    this.request = request;
    this.deadline = deadline;
    current = new HttpUriRequestBase(request.method(), request.url());
  }

  /** The last answer's head; its body is still to be read. */
  ClassicHttpResponse head() {
    RedirectHop hop = RedirectHop.first(request);
    for (int redirects = 0; ; redirects++) {
      ClassicHttpResponse response = send(hop);
      Optional<RedirectHop> next = next(hop, response);
      if (next.isEmpty()) {
        return response;
      }
      // Two addresses that redirect to each other would otherwise go on until the time is over.
      if (redirects == request.maxRedirects()) {
        throw new Failed(
            hop.url().getHost() + " redirects more than " + redirects + " times.", false);
      }
      hop = next.get();
    }
  }

  private Optional<RedirectHop> next(RedirectHop hop, ClassicHttpResponse response) {
    Header location = response.getFirstHeader("location");
    if (request.maxRedirects() == 0
        || location == null
        || !RedirectHop.isRedirect(response.getCode())) {
      return Optional.empty();
    }
    // Before the next hop: an unread body keeps its connection, and a chain would take one for each
    // hop.
    quietly(response::close);
    return Optional.of(hop.next(response.getCode(), location.getValue()));
  }

  private ClassicHttpResponse send(RedirectHop hop) {
    CloseableHttpClient client = clients.apply(hop);
    // Set before the flag is looked at, and the flag is set before `current` is cancelled:
    // whichever comes first, a hop that begins after the cancel is stopped by one of them.
    current = message(hop);
    if (cancelled) {
      throw ExchangeFailures.late(hop.url());
    }
    try {
      return client.executeOpen(null, current, null);
    } catch (IOException e) {
      throw ExchangeFailures.of(e, hop.url(), deadline);
    }
  }

  private HttpUriRequestBase message(RedirectHop hop) {
    var message = new HttpUriRequestBase(hop.method(), hop.url());
    Timeout left = Timeout.of(deadline.left());
    message.setConfig(
        RequestConfig.custom().setConnectionRequestTimeout(left).setResponseTimeout(left).build());
    message.setHeader("Accept-Encoding", "gzip");
    hop.headers().forEach(message::setHeader);
    if (hop.body().length > 0 || takesBody(hop.method())) {
      message.setEntity(new ByteArrayEntity(hop.body(), null));
    }
    return message;
  }

  private static boolean takesBody(String method) {
    return method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
  }

  /** Ends it at once, whatever it is doing; safe from any thread. */
  void cancel() {
    cancelled = true;
    current.cancel();
  }

  /** Closes what no one will use again; that this may fail concerns no one either. */
  static void quietly(BoundedBody.CloseAction closeAction) {
    try {
      closeAction.close();
    } catch (IOException e) {
      // the connection is gone, which is all that was wanted
    }
  }
}
