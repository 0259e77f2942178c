package dev.heddle.localstack.aws.edge;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The one port on which the embedded AWS services answer; each request goes to the first service
 * that claims it. SigV4 signatures are read for the service's name and never verified. Closing it
 * closes the services too.
 */
public final class AwsEdge implements AutoCloseable {
  // The JDK's 50 are exceeded by a Map that starts a few hundred calls at once; those would be
  // refused.
  private static final int BACKLOG = 1_024;

  private final AwsRouter router;
  private final EdgeLimits limits;
  private @Nullable HttpServer server;

  /** An edge with the standard limits; services that claim more broadly come later in the list. */
  public AwsEdge(List<? extends AwsService> services) {
    this(services, EdgeLimits.STANDARD);
  }

  /** An edge with limits of its own. */
  public AwsEdge(List<? extends AwsService> services, EdgeLimits limits) {
    this.router = new AwsRouter(services);
    this.limits = limits;
  }

  /** Listens on the address, port 0 for any free one, and answers itself. */
  public AwsEdge start(String host, int port) {
    HttpServerSettings.apply();
    try {
      HttpServer started = HttpServer.create(new InetSocketAddress(host, port), BACKLOG);
      // Requests wait for long polls and for the disk; a pool would be used up by twenty waiting
      // receivers.
      started.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      started.createContext("/", new EdgeHttpHandler(router, limits));
      started.start();
      server = started;
      return this;
    } catch (IOException e) {
      throw new IllegalStateException(
          "Cannot listen on "
              + host
              + ":"
              + port
              + " ("
              + e.getMessage()
              + "); choose another port",
          e);
    }
  }

  /** The port it listens on. */
  public int port() {
    if (server == null) {
      throw new IllegalStateException("The edge listens on no port; start it first");
    }
    return server.getAddress().getPort();
  }

  /** Answers a request of this process, without a socket; see {@link InProcessHttpClient}. */
  public AwsResponse answer(AwsRequest request) {
    return request.body().length > limits.bodyBytes()
        ? EdgeErrors.answer(request, EdgeErrors.tooLarge(limits.bodyBytes()))
        : router.answer(request);
  }

  @Override
  public void close() {
    if (server != null) {
      // Before the services: a request that came in between would find its database closed.
      server.stop(0);
    }
    router.close();
  }
}
