package dev.heddle.functions.core.internet;

import dev.heddle.functions.spec.port.OutboundHttp;
import java.io.IOException;
import java.net.InetAddress;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;

/**
 * The public internet over HTTP/1.1. What is private is refused as a connection is opened, at every
 * redirect anew; time and size are bounded for the whole exchange.
 */
public final class GuardedHttpClient implements OutboundHttp, AutoCloseable {
  private final PrivateUrl privateUrl;
  private final CloseableHttpClient publicClient;
  private final CloseableHttpClient privateClient =
      PlainHttpClients.create(SystemDefaultDnsResolver.INSTANCE);
  // One thread for all: it only cancels. Without it a server that sends a byte a minute would hold
  // the call as long as it likes, since a socket's timeout begins anew with each byte.
  private final ScheduledThreadPoolExecutor clock = clock();

  /** A way out that also lets one private address through; none when it is empty. */
  public GuardedHttpClient(String privateUrl) {
    this(privateUrl, InetAddress::getAllByName, new PublicAddresses());
  }

  GuardedHttpClient(String privateUrl, HostResolver resolver, AddressRule rule) {
    this.privateUrl = new PrivateUrl(privateUrl);
    publicClient = PlainHttpClients.create(new GuardedDns(resolver, rule));
  }

  private static ScheduledThreadPoolExecutor clock() {
    var clock =
        new ScheduledThreadPoolExecutor(1, Thread.ofPlatform().daemon().name("internet").factory());
    // Otherwise each finished call's timer would keep its exchange in memory until its time is
    // over.
    clock.setRemoveOnCancelPolicy(true);
    return clock;
  }

  @Override
  public Response send(Request request) {
    RequestHeaders.problem(request.headers())
        .ifPresent(
            problem -> {
              throw new Refused("The request can't be sent: " + problem + ".");
            });
    // One for name, connections, redirects and body together: each with a time of its own, ten
    // redirects would take ten times as long.
    Deadline deadline = Deadline.in(request.timeout());
    var exchange = new RedirectExchange(hop -> client(hop, request), request, deadline);
    ClassicHttpResponse head = within(deadline, exchange, request);
    ScheduledFuture<?> end =
        clock.schedule(exchange::cancel, deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    return ResponseReader.of(
        head,
        request.maxBody(),
        e -> ExchangeFailures.of(e, request.url(), deadline),
        () -> {
          // Not interrupting: the timer's one thread serves everyone.
          end.cancel(false);
          head.close();
        });
  }

  /** A redirect never leads to the private address: only who was told of it may name it. */
  private CloseableHttpClient client(RedirectHop hop, Request request) {
    if (hop.url().equals(request.url()) && privateUrl.covers(hop.url())) {
      return privateClient;
    }
    UrlRules.check(hop.url());
    return publicClient;
  }

  /** A thread of its own, because a name's lookup can be neither timed nor interrupted. */
  private static ClassicHttpResponse within(
      Deadline deadline, RedirectExchange exchange, Request request) {
    var head = new FutureTask<>(exchange::head);
    Thread.ofVirtual().name("internet-exchange").start(head);
    try {
      return head.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      // The thread may still be in a name's look-up; it ends by itself and finds the exchange
      // cancelled.
      exchange.cancel();
      throw ExchangeFailures.late(request.url());
    } catch (InterruptedException e) {
      exchange.cancel();
      Thread.currentThread().interrupt();
      throw ExchangeFailures.late(request.url());
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  private static RuntimeException unwrapped(ExecutionException failure) {
    return switch (failure.getCause()) {
      case RuntimeException e -> e;
      case Error e -> throw e;
      case null, default -> new IllegalStateException(failure);
    };
  }

  @Override
  public void close() throws IOException {
    clock.shutdownNow();
    publicClient.close();
    privateClient.close();
  }
}
