package dev.heddle.localstack.lab.bench;

import dev.heddle.localstack.aws.stepfunctions.StepFunctions;
import dev.heddle.localstack.aws.stepfunctions.port.LambdaReply;
import dev.heddle.localstack.aws.stepfunctions.port.Ports;
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
public final class EngineBench {
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

  private EngineBench(Settings settings, Consumer<String> progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /** The names of the workloads. */
  public static List<String> workloads() {
    return Workload.ALL.stream().map(Workload::name).toList();
  }

  /** Measures everything; {@code progress} hears what is being measured. */
  public static Report run(Settings settings, Consumer<String> progress)
      throws InterruptedException {
    return new EngineBench(settings, progress).run();
  }

  private Report run() throws InterruptedException {
    double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    Path folder = settings.folder().resolve("runs");
    List<Throughput> throughput = throughput(folder);
    progress.accept("starting again after " + ended.get() + " executions");
    double restart = Waiting.restartMillis(() -> open(folder).close());
    List<InFlight> inFlight = new ArrayList<>();
    for (int runs : steps()) {
      progress.accept(runs + " runs in flight");
      Path own = settings.folder().resolve("waiting" + runs);
      inFlight.add(new Waiting(() -> open(own)).measure(runs));
    }
    return new Report(load, throughput, ended.get(), restart, inFlight);
  }

  private List<Integer> steps() {
    int most = settings.waiting();
    return most < 10 ? List.of() : List.of(most / 10, most);
  }

  private StepFunctions open(Path folder) {
    byte[] nothing = "null".getBytes(StandardCharsets.UTF_8);
    Ports ports =
        new Ports(
            (function, payload) ->
                CompletableFuture.completedFuture(new LambdaReply.Payload(nothing)),
            request -> CompletableFuture.failedFuture(new IllegalStateException("no service")),
            events -> {});
    return new StepFunctions(folder, InstantSource.system(), ports);
  }

  private List<Throughput> throughput(Path folder) throws InterruptedException {
    List<Throughput> measured = new ArrayList<>();
    try (StepFunctions engine = open(folder)) {
      Client client = new Client(engine);
      for (Workload workload : Workload.ALL) {
        if (settings.only() == null || settings.only().equals(workload.name())) {
          client.create(workload.name(), workload.definition(), false);
          client.create(workload.name() + "-express", workload.definition(), true);
          for (Way way : Way.values()) {
            measured.addAll(measure(client, workload, way));
          }
        }
      }
    }
    return measured;
  }

  private List<Throughput> measure(Client client, Workload workload, Way way)
      throws InterruptedException {
    progress.accept(workload.title() + ", " + way.title);
    new Callers(4, Math.min(WARM_UP, settings.seconds()))
        .measure(() -> once(client, workload, way));
    List<Throughput> measured = new ArrayList<>();
    for (int callers : CALLERS) {
      var result =
          new Callers(callers, settings.seconds()).measure(() -> once(client, workload, way));
      Double peer = Peer.perSecond(workload, way, callers);
      measured.add(
          new Throughput(
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

  private void once(Client client, Workload workload, Way way) throws InterruptedException {
    switch (way) {
      case SYNC -> client.startSync(workload.name() + "-express", workload.input());
      case DESCRIBE -> {
        String arn = client.start(workload.name(), workload.input());
        while (!client.over(arn)) {
          Thread.sleep(1);
        }
      }
    }
    ended.incrementAndGet();
  }
}
