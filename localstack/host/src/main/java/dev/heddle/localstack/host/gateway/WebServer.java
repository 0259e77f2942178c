package dev.heddle.localstack.host.gateway;

import dev.heddle.localstack.lab.command.CommandRefusal;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.util.JavalinException;
import java.util.Set;
import java.util.function.Consumer;

/** The socket before the gateway, for this machine only. */
public final class WebServer implements AutoCloseable {
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  private final Javalin server;

  private WebServer(Javalin server) {
    this.server = server;
  }

  /** Listens on the address and port with these routes. */
  public static WebServer start(String address, int port, Consumer<RoutesConfig> mount) {
    Javalin server =
        Javalin.create(
            config -> {
              settle(config);
              config.routes.before(WebServer::refuseForeignNames);
              mount.accept(config.routes);
            });
    try {
      server.start(address, port);
    } catch (JavalinException e) {
      throw CommandRefusal.of("port " + port + " is in use; choose another with --port");
    }
    return new WebServer(server);
  }

  @Override
  public void close() {
    server.stop();
  }

  private static void settle(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    // Calls wait for runs and live updates for hours; a pool would be full of waiting threads.
    config.concurrency.useVirtualThreads = true;
    // A little over the gateway's own limit, so that it is the gateway that refuses, with a
    // problem.
    config.http.maxRequestSize = HttpEvents.MAX_BODY + 1024L;
    config.routes.exception(HttpResponseException.class, WebServer::tell);
  }

  private static void tell(HttpResponseException problem, Context context) {
    context.status(problem.getStatus()).result(String.valueOf(problem.getMessage()));
  }

  /**
   * A page elsewhere can point a name of its own at this machine (DNS rebinding); what it asks for
   * under that name is refused.
   */
  private static void refuseForeignNames(Context context) {
    String host = String.valueOf(context.host()).replaceFirst(":\\d+$", "");
    if (!THIS_MACHINE.contains(host)) {
      throw new HttpResponseException(421, "Heddle is only available at localhost here.");
    }
  }
}
