package dev.heddle.localstack.lab.bench;

import dev.heddle.localstack.aws.stepfunctions.StepFunctions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Runs that only wait: what they hold, and how long the engine takes to find them again. */
record InFlightBenchmark(Supplier<StepFunctions> open) {
  private static final int CALLERS = 200;
  private static final Path MEMORY = Path.of("/proc/self/status");

  InFlightCost measure(int runs) throws InterruptedException {
    double perSecond;
    try (StepFunctions engine = open.get()) {
      EngineClient client = new EngineClient(engine);
      client.create(
          "wait", machine("{\"Type\":\"Wait\",\"Seconds\":90000000,\"End\":true}"), false);
      client.create("token", machine(token()), false);
      long begin = System.nanoTime();
      start(client, runs);
      perSecond = runs / ((System.nanoTime() - begin) / 1e9);
    }
    StepFunctions[] again = new StepFunctions[1];
    double restart = restartMillis(() -> again[0] = open.get());
    try (StepFunctions engine = again[0]) {
      return new InFlightCost(
          runs, engine.running(), perSecond, heapMegabytes(), residentMegabytes(), restart);
    }
  }

  static double restartMillis(Runnable start) {
    long begin = System.nanoTime();
    start.run();
    return (System.nanoTime() - begin) / 1e6;
  }

  private static void start(EngineClient client, int runs) throws InterruptedException {
    Semaphore places = new Semaphore(CALLERS);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < runs; i++) {
        String machine = i % 2 == 0 ? "wait" : "token";
        places.acquire();
        threads.execute(
            () -> {
              client.start(machine, "{\"order\":{\"id\":\"A-1001\",\"city\":\"Lima\"}}");
              places.release();
            });
      }
    }
  }

  private static String token() {
    return "{\"Type\":\"Task\",\"Resource\":\"arn:aws:states:::lambda:invoke.waitForTaskToken\","
        + "\"Arguments\":{\"FunctionName\":\"ask\",\"Payload\":"
        + "{\"token\":\"{% $states.context.Task.Token %}\"}},\"End\":true}";
  }

  private static String machine(String state) {
    return "{\"QueryLanguage\":\"JSONata\",\"StartAt\":\"S\",\"States\":{\"S\":" + state + "}}";
  }

  private static double heapMegabytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
  }

  /** As Linux counts it. */
  private static double residentMegabytes() {
    try {
      return !Files.exists(MEMORY)
          ? 0
          : Files.readAllLines(MEMORY).stream()
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) * 1024 / 1e6)
              .sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
