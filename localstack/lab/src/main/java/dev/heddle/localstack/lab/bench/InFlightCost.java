package dev.heddle.localstack.lab.bench;

/**
 * What runs in flight cost.
 *
 * @param runs how many wait, half in a Wait and half for a token
 * @param found how many the engine knew of after it was opened again
 * @param startedPerSecond how fast they were started
 * @param heapMegabytes what is in use of the heap, all of it, after a collection
 * @param residentMegabytes what the process holds of the machine's memory; 0 where it cannot be
 *     read
 * @param restartMillis until the engine takes requests again after it was closed
 */
public record InFlightCost(
    int runs,
    int found,
    double startedPerSecond,
    double heapMegabytes,
    double residentMegabytes,
    double restartMillis) {

  /** Bytes of the heap for each run. */
  public double bytesPerRun() {
    return heapMegabytes * 1e6 / Math.max(1, runs);
  }
}
