package dev.heddle.localstack.host;

import dev.heddle.localstack.aws.dynamodb.DynamoDb;
import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.edge.AwsService;
import dev.heddle.localstack.aws.services.bus.Bus;
import dev.heddle.localstack.aws.services.files.Buckets;
import dev.heddle.localstack.aws.services.functions.Functions;
import dev.heddle.localstack.aws.services.identity.Identity;
import dev.heddle.localstack.aws.services.mail.Mailbox;
import dev.heddle.localstack.aws.services.queues.Queues;
import dev.heddle.localstack.aws.services.scheduler.Scheduler;
import dev.heddle.localstack.aws.services.secrets.Secrets;
import dev.heddle.localstack.aws.services.sockets.Sockets;
import dev.heddle.localstack.aws.stepfunctions.StepFunctions;
import dev.heddle.localstack.aws.stepfunctions.port.ExecutionLog;
import dev.heddle.localstack.aws.stepfunctions.port.Ports;
import dev.heddle.localstack.host.functions.FunctionHost;
import dev.heddle.localstack.host.functions.InvokeApi;
import dev.heddle.localstack.host.functions.LocalLambda;
import dev.heddle.localstack.host.gateway.LiveSockets;
import dev.heddle.localstack.host.pump.TargetCalls;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The embedded AWS services of the laptop, opened over one data folder. */
final class Services {
  private Services() {}

  /**
   * Opens them all; those that name each other talk through {@code edge}, which may answer later.
   */
  static List<AwsService> open(
      DataFolder data,
      InstantSource clock,
      FunctionHost functions,
      LiveSockets sockets,
      ExecutionLog log,
      Function<AwsRequest, AwsResponse> edge,
      TargetCalls targets,
      Mailbox mailbox) {
    Ports engine =
        new Ports(
            new LocalLambda(functions),
            request -> CompletableFuture.supplyAsync(() -> edge.apply(request), functions.calls()),
            log);
    return List.of(
        new DynamoDb(data.folder("dynamodb"), clock),
        new Queues(data.folder("queues"), clock),
        new Secrets(data.folder("secrets"), clock),
        new StepFunctions(data.folder("stepfunctions"), clock, engine),
        new Scheduler(data.folder("scheduler"), clock, targets),
        new Bus(data.folder("bus"), clock, targets),
        new Functions(data.folder("functions"), clock, new InvokeApi(functions)),
        new Sockets(sockets),
        mailbox,
        new Identity(),
        new Buckets(data.folder("files"), clock));
  }
}
