package dev.heddle.localstack.host.offline;

import dev.heddle.events.RunInput;
import dev.heddle.functions.aws.cloud.Cloud;
import dev.heddle.functions.aws.cloud.CloudSettings;
import dev.heddle.functions.aws.cloud.Transport;
import dev.heddle.functions.catalog.Catalog;
import dev.heddle.functions.core.door.Door;
import dev.heddle.functions.spec.shape.Wire;
import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.InProcessHttpClient;
import dev.heddle.localstack.aws.stepfunctions.Engine;
import dev.heddle.localstack.aws.stepfunctions.port.Ports;
import dev.heddle.localstack.aws.stepfunctions.store.Status;
import dev.heddle.localstack.host.functions.FunctionHost;
import dev.heddle.localstack.host.functions.LocalLambda;
import dev.heddle.statemachines.language.Machine;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One run of a machine with the real functions of its nodes. */
public final class OfflineRun {
  private static final String PREFIX = "heddle-";

  private final CloudSettings settings;
  private final Map<String, String> environment;
  private final Consumer<String> progress;

  /**
   * Runs whose functions find their settings and secrets in an environment.
   *
   * @param progress told of every call that has returned
   */
  public OfflineRun(
      CloudSettings settings, Map<String, String> environment, Consumer<String> progress) {
    this.settings = settings;
    this.environment = environment;
    this.progress = progress;
  }

  /** How it ended; {@code waiting} are the nodes that wait for what can't come here. */
  public record Ended(
      boolean succeeded,
      @Nullable JsonNode output,
      @Nullable String error,
      @Nullable String cause,
      List<String> waiting) {}

  /** Runs a machine from a trigger to its end; time that it waits passes at once. */
  public Ended run(Machine machine, String trigger, JsonNode payload) {
    var transport =
        Transport.embedded(new InProcessHttpClient(new EnvironmentSecrets(environment)::answer));
    Cloud cloud = new Cloud(settings, transport, InstantSource.system());
    try (FunctionHost functions =
        new FunctionHost(
            PREFIX, Catalog.HEDDLE.functions(), unit -> Door.open(unit, cloud.ports(unit)))) {
      OfflineLambda lambda = new OfflineLambda(new LocalLambda(functions), progress);
      Engine engine = Engine.inMemory(new Ports(lambda, _ -> nothingElse(), _ -> {}));
      var input =
          new RunInput("ten_offline", "wf_offline", 0, "d", "run_offline", trigger, payload);
      Engine.Result result =
          engine.run(
              machine.definition().toString(),
              Wire.JSON.writeValueAsString(input),
              machine.kind() == Machine.Kind.EXPRESS);
      return ended(result, lambda.waiting());
    }
  }

  private static <T> CompletableFuture<T> nothingElse() {
    return CompletableFuture.failedFuture(
        new AwsFault("ServiceUnavailable", "Only functions answer here."));
  }

  private static Ended ended(Engine.Result result, List<String> waiting) {
    return new Ended(
        result.status() == Status.SUCCEEDED,
        result.output() == null ? null : Wire.JSON.readTree(result.output()),
        result.error(),
        result.cause(),
        List.copyOf(waiting));
  }
}
