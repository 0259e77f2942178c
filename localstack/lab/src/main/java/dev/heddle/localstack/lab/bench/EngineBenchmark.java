package dev.heddle.localstack.lab.bench;

import dev.heddle.localstack.aws.stepfunctions.StepFunctions;
import dev.heddle.localstack.aws.stepfunctions.port.EnginePorts;
import dev.heddle.localstack.aws.stepfunctions.port.LambdaReply;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Measures the engine through its protocol, on a durable store in a folder. */
public final class EngineBenchmark {
  private static final List<Integer> CALLERS = List.of(1, 10, 50);
  private static final double WARM_UP = 2;

  private final Settings settings;
  private final Consumer<String> progress;
  private final AtomicLong ended = new AtomicLong();

  /**
   * What to measure.
   *
   * @param seconds how long each measurement takes
   * @param waiting how many runs in flight to begin and start again with; 0 for none
   * @param only the name of the one workload to run; null for all
   */
  public record Settings(Path folder, double seconds, int waiting, @Nullable String only) {}

  private EngineBenchmark(Settings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** The names of the workloads. */
  public static List<String> workloads() {
    return EngineWorkload.ALL.stream().map(EngineWorkload::name).toList();
  }

  /** Measures everything; {@code progress} hears what is being measured. */
  public static EngineReport run(Settings settings, Consumer<String> progress)
      throws InterruptedException {
    return new EngineBenchmark(settings, progress).run();
  }

  private EngineReport run() throws InterruptedException {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    Path folder = settings.folder().resolve("runs");
    List<EngineThroughput> throughput = throughput(folder);
    progress.accept("starting again after " + ended.get() + " executions");
    double restart = InFlightBenchmark.restartMillis(() -> open(folder).close());
    List<InFlightCost> inFlight = new ArrayList<>();
    for (int runs : steps()) {
      progress.accept(runs + " runs in flight");
      Path own = settings.folder().resolve("waiting" + runs);
      inFlight.add(new InFlightBenchmark(() -> open(own)).measure(runs));
    }
    return new EngineReport(load, throughput, ended.get(), restart, inFlight);
  }

  private List<Integer> steps() {
    int most = settings.waiting();
    return most < 10 ? List.of() : List.of(most / 10, most);
  }

  private StepFunctions open(Path folder) {
    byte[] nothing = "null".getBytes(StandardCharsets.UTF_8);
    EnginePorts ports =
        new EnginePorts(
            (function, payload) ->
                CompletableFuture.completedFuture(new LambdaReply.Payload(nothing)),
            request -> CompletableFuture.failedFuture(new IllegalStateException("no service")),
            events -> {});
    return new StepFunctions(folder, InstantSource.system(), ports);
  }

  private List<EngineThroughput> throughput(Path folder) throws InterruptedException {
    List<EngineThroughput> measured = new ArrayList<>();
    try (StepFunctions engine = open(folder)) {
      EngineClient client = new EngineClient(engine);
      for (EngineWorkload workload : EngineWorkload.ALL) {
        if (settings.only() == null || settings.only().equals(workload.name())) {
          client.create(workload.name(), workload.definition(), false);
          client.create(workload.name() + "-express", workload.definition(), true);
          for (InvocationMode way : InvocationMode.values()) {
            measured.addAll(measure(client, workload, way));
          }
        }
      }
    }
    return measured;
  }

  private List<EngineThroughput> measure(
      EngineClient client, EngineWorkload workload, InvocationMode way)
      throws InterruptedException {
    progress.accept(workload.title() + ", " + way.title);
    new LoadGenerator(4, Math.min(WARM_UP, settings.seconds()))
        .measure(() -> once(client, workload, way));
    List<EngineThroughput> measured = new ArrayList<>();
    for (int callers : CALLERS) {
      var result =
          new LoadGenerator(callers, settings.seconds()).measure(() -> once(client, workload, way));
      Double peer = FlociBaseline.perSecond(workload, way, callers);
      measured.add(
          new EngineThroughput(
              workload.title(),
              way.title,
              callers,
              result.perSecond(),
              result.at(0.5),
              result.at(0.95),
              result.at(0.99),
              result.cpu(),
              peer == null ? null : result.perSecond() / peer));
    }
    return measured;
  }

  private void once(EngineClient client, EngineWorkload workload, InvocationMode way)
      throws InterruptedException {
    switch (way) {
      case SYNC -> client.startSync(workload.name() + "-express", workload.input());
      case DESCRIBE -> {
        String arn = client.start(workload.name(), workload.input());
        while (!client.hasSucceeded(arn)) {
          Thread.sleep(1);
        }
      }
    }
    ended.incrementAndGet();
  }
}
