package dev.heddle.localstack.aws.all;

import dev.heddle.localstack.aws.dynamodb.DynamoDb;
import dev.heddle.localstack.aws.edge.AwsEdge;
import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.edge.AwsService;
import dev.heddle.localstack.aws.services.bus.EventBridge;
import dev.heddle.localstack.aws.services.files.S3Service;
import dev.heddle.localstack.aws.services.functions.LambdaService;
import dev.heddle.localstack.aws.services.identity.StsService;
import dev.heddle.localstack.aws.services.mail.SesMailbox;
import dev.heddle.localstack.aws.services.queues.SqsService;
import dev.heddle.localstack.aws.services.scheduler.SchedulerService;
import dev.heddle.localstack.aws.services.secrets.SecretsService;
import dev.heddle.localstack.aws.services.sockets.WebSocketConnections;
import dev.heddle.localstack.aws.stepfunctions.StepFunctions;
import dev.heddle.localstack.aws.stepfunctions.port.EnginePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * AWS on one machine: every embedded service, opened over one folder and answering on one loopback
 * port. What was acknowledged is there again when the folder is opened the next time; one process
 * may open it at a time.
 */
public final class LocalAws implements AutoCloseable {
  private static final String LOOPBACK = "127.0.0.1";

  private final Path folder;
  private final StepFunctions stepFunctions;
  private final SesMailbox mailbox;
  private final List<AwsService> services;

  /** Runs that go on at once may call a service before the port is open: such calls wait. */
  private final CompletableFuture<AwsEdge> edge = new CompletableFuture<>();

  private LocalAws(Path folder, int port, InstantSource clock, ServiceCallbacks callbacks) {
    this.folder = folder;
    EnginePorts engine =
        new EnginePorts(
            callbacks.lambda(),
            request -> CompletableFuture.supplyAsync(() -> answer(request), callbacks.calls()),
            callbacks.log());
    stepFunctions = new StepFunctions(in("stepfunctions"), clock, engine);
    mailbox = new SesMailbox(in("mail"), clock);
    // They are closed in this order: those that call functions and other services first. If the
    // tables went before the engine, a function under way would fail for want of them, and its run,
    // which is to go on at the next start, would have failed for good.
    services =
        List.of(
            stepFunctions,
            new SchedulerService(in("scheduler"), clock, callbacks.targets()),
            new EventBridge(in("bus"), clock, callbacks.targets()),
            new LambdaService(in("functions"), clock, callbacks.functions()),
            new DynamoDb(in("dynamodb"), clock),
            new SqsService(in("queues"), clock),
            new SecretsService(in("secrets"), clock),
            new WebSocketConnections(callbacks.sockets()),
            mailbox,
            new StsService(),
            new S3Service(in("files"), clock));
    edge.complete(listen(services, port));
  }

  private static AwsEdge listen(List<AwsService> services, int port) {
    AwsEdge edge = new AwsEdge(services);
    try {
      return edge.start(LOOPBACK, port);
    } catch (IllegalStateException e) {
      edge.close();
      throw e;
    }
  }

  /** Starts everything over a folder, on any free port, for whoever brings no functions. */
  public static LocalAws start(Path folder) {
    return start(folder, 0, InstantSource.system(), ServiceCallbacks.NONE);
  }

  /**
   * Starts everything over a folder.
   *
   * @param port to listen on; 0 for any free one
   * @throws IllegalStateException when the port is taken
   */
  public static LocalAws start(
      Path folder, int port, InstantSource clock, ServiceCallbacks callbacks) {
    return new LocalAws(folder, port, clock, callbacks);
  }

  private Path in(String name) {
    try {
      return Files.createDirectories(folder.resolve(name));
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " can't be written", e);
    }
  }

  /** Where all services answer: the endpoint to name to an SDK or the command line. */
  public URI endpoint() {
    return URI.create("http://" + LOOPBACK + ":" + port());
  }

  /** The port they answer on. */
  public int port() {
    return edge.join().port();
  }

  /** Answers a request of this process without a socket. */
  public AwsResponse answer(AwsRequest request) {
    return edge.join().answer(request);
  }

  /** The services' names. */
  public List<String> names() {
    return services.stream().map(AwsService::name).toList();
  }

  /** The state machine engine, for who shows what it does. */
  public StepFunctions stepFunctions() {
    return stepFunctions;
  }

  /** The mails that were sent. */
  public SesMailbox mailbox() {
    return mailbox;
  }

  /** Stops answering and closes every service. */
  @Override
  public void close() {
    edge.join().close();
  }
}
