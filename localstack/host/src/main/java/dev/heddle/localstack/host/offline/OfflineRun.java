package dev.heddle.localstack.host.offline;

import dev.heddle.events.RunInput;
import dev.heddle.functions.aws.cloud.AwsDeployment;
import dev.heddle.functions.aws.cloud.AwsSettings;
import dev.heddle.functions.aws.cloud.AwsTransport;
import dev.heddle.functions.catalog.Catalog;
import dev.heddle.functions.core.door.Door;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.InProcessHttpClient;
import dev.heddle.localstack.aws.stepfunctions.InMemoryEngine;
import dev.heddle.localstack.aws.stepfunctions.port.EnginePorts;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStatus;
import dev.heddle.localstack.host.functions.LocalFunctions;
import dev.heddle.localstack.host.functions.LocalLambda;
import dev.heddle.statemachines.language.CompiledMachine;
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

  private final AwsSettings settings;
  private final Map<String, String> environment;
  private final Consumer<String> progress;

  /**
   * Runs whose functions find their settings and secrets in an environment.
   *
   * @param progress told of every call that has returned
   */
  public OfflineRun(
      AwsSettings settings, Map<String, String> environment, Consumer<String> progress) {
    this.settings = settings;
    this.environment = environment;
    this.progress = progress;
  }

  /** How it ended; {@code waiting} are the nodes that wait for what can't come here. */
  public record RunResult(
      boolean succeeded,
      @Nullable JsonNode output,
      @Nullable String error,
      @Nullable String cause,
      List<String> waiting) {}

  /** Runs a machine from a trigger to its end; time that it waits passes at once. */
  public RunResult run(CompiledMachine machine, String trigger, JsonNode payload) {
    var transport =
        AwsTransport.embedded(new InProcessHttpClient(new EnvironmentSecrets(environment)::answer));
    AwsDeployment cloud = new AwsDeployment(settings, transport, InstantSource.system());
    try (LocalFunctions functions =
        new LocalFunctions(
            PREFIX, Catalog.HEDDLE.functions(), unit -> Door.open(unit, cloud.ports(unit)))) {
      OfflineLambda lambda = new OfflineLambda(new LocalLambda(functions), progress);
      InMemoryEngine engine =
          InMemoryEngine.with(new EnginePorts(lambda, _ -> nothingElse(), _ -> {}));
      var input =
          new RunInput("ten_offline", "wf_offline", 0, "d", "run_offline", trigger, payload);
      InMemoryEngine.Result result =
          engine.run(
              machine.definition().toString(),
              WireJson.MAPPER.writeValueAsString(input),
              machine.kind() == CompiledMachine.Kind.EXPRESS);
      return ended(result, lambda.waiting());
    }
  }

  private static <T> CompletableFuture<T> nothingElse() {
    return CompletableFuture.failedFuture(
        new AwsFault("ServiceUnavailable", "Only functions answer here."));
  }

  private static RunResult ended(InMemoryEngine.Result result, List<String> waiting) {
    return new RunResult(
        result.status() == ExecutionStatus.SUCCEEDED,
        result.output() == null ? null : WireJson.MAPPER.readTree(result.output()),
        result.error(),
        result.cause(),
        List.copyOf(waiting));
  }
}
