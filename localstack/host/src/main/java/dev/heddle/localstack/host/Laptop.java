package dev.heddle.localstack.host;

import dev.heddle.functions.aws.cloud.AwsDeployment;
import dev.heddle.functions.aws.cloud.AwsTransport;
import dev.heddle.functions.catalog.Catalog;
import dev.heddle.functions.core.door.Door;
import dev.heddle.functions.spec.port.DeploymentSettings.Demo;
import dev.heddle.functions.spec.unit.Job;
import dev.heddle.localstack.aws.all.LocalAws;
import dev.heddle.localstack.aws.all.ServiceCallbacks;
import dev.heddle.localstack.aws.edge.InProcessHttpClient;
import dev.heddle.localstack.host.functions.HostedFunction;
import dev.heddle.localstack.host.functions.InvokeApi;
import dev.heddle.localstack.host.functions.LocalFunctions;
import dev.heddle.localstack.host.functions.LocalLambda;
import dev.heddle.localstack.host.gateway.AuthorizerClient;
import dev.heddle.localstack.host.gateway.LiveSockets;
import dev.heddle.localstack.host.gateway.LocalGateway;
import dev.heddle.localstack.host.gateway.WebFiles;
import dev.heddle.localstack.host.gateway.WebServer;
import dev.heddle.localstack.host.pump.EventSourceMapping;
import dev.heddle.localstack.host.pump.LogSubscription;
import dev.heddle.localstack.host.pump.TargetCalls;
import dev.heddle.localstack.host.seed.DemoSeed;
import dev.heddle.localstack.host.status.LocalTools;
import dev.heddle.localstack.host.status.MailPages;
import dev.heddle.localstack.host.status.StatusPages;
import dev.heddle.localstack.lab.command.CommandRefusal;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * Heddle on one machine: the embedded services, every function of the catalog, and the gateway, in
 * one process over one folder.
 */
public final class Laptop implements AutoCloseable {
  /** The log-in of the workspace that the first start makes. */
  public static final Demo DEMO = new Demo("demo@heddle.local", "weave-a-first-run");

  private static final String LOOPBACK = "127.0.0.1";
  private static final Catalog CATALOG = Catalog.HEDDLE;

  private final List<AutoCloseable> started = new ArrayList<>();
  private final String url;
  private final int awsPort;

  private Laptop(LocalSettings settings) {
    InstantSource clock = InstantSource.system();
    // First of all: a second process must be refused before it opens a database of this one.
    DataFolder data = keep(DataFolder.lock(settings.data(), settings.fresh()));
    int port = settings.port() == 0 ? FreePort.find() : settings.port();
    url = "http://localhost:" + port;
    // Functions need the services and the services call functions: the first call of either waits
    // here until both are there.
    var local = new CompletableFuture<LocalAws>();
    var transport =
        AwsTransport.embedded(new InProcessHttpClient(request -> local.join().answer(request)));
    AwsDeployment cloud = new AwsDeployment(LocalDeployment.settings(url, DEMO), transport, clock);
    LocalFunctions functions =
        keep(
            new LocalFunctions(
                LocalDeployment.PREFIX,
                CATALOG.functions(),
                unit -> Door.open(unit, cloud.ports(unit))));
    LiveSockets sockets =
        new LiveSockets(consumer(functions, new Job.Source.FromWebSocket()), clock);
    LogSubscription log =
        new LogSubscription(functions, consumer(functions, new Job.Source.FromExecutionLog()));
    ServiceCallbacks callbacks =
        new ServiceCallbacks(
            new LocalLambda(functions),
            new InvokeApi(functions),
            functions.calls(),
            log::deliver,
            new TargetCalls(cloud.clients().sqs, cloud.clients().stepFunctions, functions),
            sockets);
    LocalAws aws = keep(start(data, settings.awsPort(), clock, callbacks));
    local.complete(aws);
    awsPort = aws.port();
    LocalDeployment.create(cloud.clients(), CATALOG);
    // After tables and queues are there, before the gateway: whoever is answered finds everything
    // running.
    startPumps(cloud, functions);
    StatusPages status = statusPages(cloud, functions, aws);
    keep(
        WebServer.start(
            LOOPBACK,
            port,
            routes -> {
              new LocalGateway(functions, authorizer(functions), clock).mount(routes);
              sockets.mount(routes, "/live");
              new LocalTools(LocalPaths.ECHO, LocalPaths.DEMO_MODEL, clock).mount(routes);
              status.mount(routes);
              new MailPages(aws.mailbox()).mount(routes);
              new WebFiles(settings.web()).mount(routes);
            }));
    // Beside the start: the page is there before the last door is open, and a call that comes
    // earlier opens its own.
    Thread.ofVirtual().name("warm-up").start(() -> functions.all().forEach(HostedFunction::door));
    if (settings.demo()) {
      new DemoSeed(url, DEMO, data.file("seeded")).createIfMissing();
    }
  }

  /** Starts everything and returns when it answers. */
  public static Laptop start(LocalSettings settings) {
    return new Laptop(settings);
  }

  private static LocalAws start(
      DataFolder data, int port, InstantSource clock, ServiceCallbacks callbacks) {
    try {
      return LocalAws.start(data.path(), port, clock, callbacks);
    } catch (UncheckedIOException e) {
      throw CommandRefusal.of(
          "the data folder " + data.path() + " isn't writable: " + e.getMessage());
    } catch (IllegalStateException e) {
      throw CommandRefusal.of("port " + port + " is in use; choose another with --aws-port");
    }
  }

  /** Where people reach it. */
  public String url() {
    return url;
  }

  /** The port of the AWS edge. */
  public int awsPort() {
    return awsPort;
  }

  private static HostedFunction consumer(LocalFunctions functions, Job.Source source) {
    return CATALOG.jobs().stream()
        .filter(job -> job.spec().source().equals(source))
        .findFirst()
        .map(job -> functions.of(job.name()))
        .orElseThrow(() -> new IllegalStateException("No job works on " + source));
  }

  private void startPumps(AwsDeployment cloud, LocalFunctions functions) {
    for (Job<?, ?> job : CATALOG.jobs()) {
      if (job.spec().source() instanceof Job.Source.FromQueue source) {
        keep(
            new EventSourceMapping(
                cloud.clients().sqs.get(),
                LocalDeployment.queueUrl(source.queue()),
                LocalDeployment.queueArn(source.queue()),
                source.batch(),
                functions,
                functions.of(job.name())));
      }
    }
  }

  private static AuthorizerClient authorizer(LocalFunctions functions) {
    return new AuthorizerClient(consumer(functions, new Job.Source.FromAuthorizer()));
  }

  private static StatusPages statusPages(
      AwsDeployment cloud, LocalFunctions functions, LocalAws aws) {
    return new StatusPages(
        aws.names(),
        functions,
        cloud.clients().sqs.get(),
        cloud.clients().stepFunctions.get(),
        aws.stepFunctions());
  }

  private <T extends AutoCloseable> T keep(T part) {
    started.add(part);
    return part;
  }

  /** Stops everything in the opposite order, so that the folder is unlocked last. */
  @Override
  public void close() {
    // Who accepts work stops before who does it, and that before what it is stored in.
    Collections.reverse(started);
    for (AutoCloseable part : started) {
      closeQuietly(part);
    }
  }

  // A broad catch belongs here: one part that can't stop must not keep the others from stopping.
  private static void closeQuietly(AutoCloseable part) {
    try {
      part.close();
    } catch (Exception e) {
      System.err.println("heddle: " + part.getClass().getSimpleName() + " did not stop: " + e);
    }
  }
}
