package dev.heddle.localstack.lab.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Callers that each do something again and again, for a time. */
record LoadGenerator(int count, double seconds) {

  /** Something that is measured. */
  interface Call {
    /** Does it once. */
    void make() throws InterruptedException;
  }

  /** What they did, times in milliseconds. */
  record Result(double perSecond, double[] times, double cpu) {
    double at(double share) {
      return times[(int) Math.min(times.length - 1, times.length * share)];
    }
  }

  Result measure(Call call) throws InterruptedException {
    long cpu = cpuNanos();
    long begin = System.nanoTime();
    double[] times = times(call, begin + (long) (seconds * 1e9));
    double taken = (System.nanoTime() - begin) / 1e9;
    double used = (cpuNanos() - cpu) / 1e6;
    return new Result(times.length / taken, times, used / times.length);
  }

  private double[] times(Call call, long end) throws InterruptedException {
    List<Future<List<Double>>> callers = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < count; i++) {
        callers.add(threads.submit(() -> repeat(call, end)));
      }
      List<Double> all = new ArrayList<>();
      for (var caller : callers) {
        all.addAll(caller.get());
      }
      double[] sorted = all.stream().mapToDouble(Double::doubleValue).toArray();
      Arrays.sort(sorted);
      return sorted;
    } catch (ExecutionException e) {
      throw new IllegalStateException("A caller failed: " + e.getMessage(), e);
    }
  }

  private static List<Double> repeat(Call call, long end) throws InterruptedException {
    List<Double> times = new ArrayList<>();
    while (System.nanoTime() < end) {
      long begin = System.nanoTime();
      call.make();
      times.add((System.nanoTime() - begin) / 1e6);
    }
    return times;
  }

  private static long cpuNanos() {
    return ManagementFactory.getOperatingSystemMXBean()
            instanceof com.sun.management.OperatingSystemMXBean system
        ? system.getProcessCpuTime()
        : 0;
  }
}
