package dev.heddle.functions.aws;

import dev.heddle.functions.aws.cloud.AwsDeployment;
import dev.heddle.functions.aws.cloud.AwsSettings;
import dev.heddle.functions.aws.cloud.AwsTransport;
import dev.heddle.functions.aws.entity.TableSpecs;
import dev.heddle.functions.aws.table.TableCreation;
import dev.heddle.functions.aws.table.TableSpec;
import dev.heddle.localstack.aws.dynamodb.DynamoDb;
import dev.heddle.localstack.aws.edge.AwsEdge;
import dev.heddle.localstack.aws.services.queues.SqsService;
import dev.heddle.localstack.aws.services.scheduler.SchedulerService;
import dev.heddle.localstack.aws.services.secrets.SecretsService;
import dev.heddle.localstack.aws.services.sockets.WebSocketConnections;
import dev.heddle.localstack.aws.stepfunctions.StepFunctions;
import dev.heddle.localstack.aws.stepfunctions.port.EnginePorts;
import dev.heddle.localstack.aws.stepfunctions.port.ExecutionLog;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * AWS for tests: the embedded services, and what functions a test brings. Started once per process
 * in a folder that goes with it, reached over HTTP. Tests keep apart by tenants of their own.
 */
public final class LocalCloud {
  /** Where people would reach the deployment. */
  public static final String PUBLIC_URL = "https://heddle.example";

  private static final String QUEUE = "intake";
  private static final String TIMERS = "timers";
  private static final RecordingLambda LAMBDA = new RecordingLambda();
  private static final LocalSockets SOCKETS = new LocalSockets();
  private static final List<ExecutionLog> LOGS = new CopyOnWriteArrayList<>();
  private static final LocalCloud ONE = start();

  private final URI endpoint;
  private final String queueUrl;

  private LocalCloud(URI endpoint) {
    this.endpoint = endpoint;
    var clients =
        new AwsDeployment(settings(Map.of()), transport(), InstantSource.system()).clients();
    for (TableSpec table : TableSpecs.ALL) {
      TableCreation.createMissing(clients.dynamoDb.get(), table, table.name());
    }
    clients.scheduler.get().createScheduleGroup(r -> r.name(TIMERS));
    queueUrl = clients.sqs.get().createQueue(r -> r.queueName(QUEUE)).queueUrl();
  }

  /** The deployment at the real time. */
  public static AwsDeployment cloud() {
    return cloud(InstantSource.system());
  }

  /** The same deployment and data at another clock's time. */
  public static AwsDeployment cloud(InstantSource clock) {
    return cloud(clock, Map.of());
  }

  /** The same with further {@code HEDDLE_…} variables. */
  public static AwsDeployment cloud(InstantSource clock, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>();
    all.put("HEDDLE_PUBLIC_URL", PUBLIC_URL);
    all.put("HEDDLE_FUNCTION_PREFIX", "test-");
    all.put("HEDDLE_INTAKE_QUEUE_URL", ONE.queueUrl);
    all.put("HEDDLE_INTAKE_QUEUE_ARN", "arn:aws:sqs:us-east-1:000000000000:" + QUEUE);
    all.put("HEDDLE_SCHEDULE_GROUP", TIMERS);
    all.put("HEDDLE_SCHEDULE_ROLE_ARN", "arn:aws:iam::000000000000:role/timers");
    all.put("HEDDLE_WORKFLOW_ROLE_ARN", "arn:aws:iam::000000000000:role/workflows");
    all.put(
        "HEDDLE_WORKFLOW_LOG_GROUP_ARN", "arn:aws:logs:us-east-1:000000000000:log-group:workflows");
    all.putAll(environment);
    return new AwsDeployment(settings(all), ONE.transport(), clock);
  }

  /** Lets a function of this name answer from now on; payloads are JSON. */
  public static void function(String name, RecordingLambda.Code code) {
    LAMBDA.put(name, code);
  }

  /** The connections of the WebSocket API. */
  public static LocalSockets sockets() {
    return SOCKETS;
  }

  /** Hands the log of every execution to a reader from now on. */
  public static void log(ExecutionLog reader) {
    LOGS.add(reader);
  }

  /** Where the services answer. */
  public static URI endpoint() {
    return ONE.endpoint;
  }

  private AwsTransport transport() {
    return AwsTransport.embedded(endpoint);
  }

  private static AwsSettings settings(Map<String, String> environment) {
    return AwsSettings.of(environment);
  }

  private static LocalCloud start() {
    Path folder = folder();
    InstantSource clock = InstantSource.system();
    var edge =
        new AwsEdge(
                List.of(
                    new DynamoDb(folder.resolve("dynamodb"), clock),
                    new SqsService(folder.resolve("queues"), clock),
                    new SecretsService(folder.resolve("secrets"), clock),
                    new StepFunctions(folder.resolve("stepfunctions"), clock, engine()),
                    new SchedulerService(folder.resolve("scheduler"), clock, _ -> {}),
                    new WebSocketConnections(SOCKETS)))
            .start("127.0.0.1", 0);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> end(edge, folder)));
    return new LocalCloud(URI.create("http://127.0.0.1:" + edge.port()));
  }

  private static EnginePorts engine() {
    return new EnginePorts(
        LAMBDA,
        request -> {
          throw new IllegalStateException("No test's state calls " + request);
        },
        events -> LOGS.forEach(log -> log.deliver(events)));
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("heddle-local-cloud");
    } catch (IOException e) {
      throw new UncheckedIOException("No folder for the test's services", e);
    }
  }

  private static void end(AwsEdge edge, Path folder) {
    edge.close();
    try (var files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    } catch (IOException e) {
      throw new UncheckedIOException("The folder " + folder + " stays behind", e);
    }
  }
}
