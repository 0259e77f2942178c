package dev.heddle.localstack.lab.bench;

import java.util.List;

/**
 * Everything that was measured.
 *
 * @param load the machine's load average before, so that a figure taken beside other work shows
 * @param history how many ended executions the measurements left behind
 * @param restartMillis until an engine with that history and nothing in flight takes requests
 * @param inFlight with more and more runs in flight
 */
public record EngineReport(
    double load,
    List<EngineThroughput> throughput,
    long history,
    double restartMillis,
    List<InFlightCost> inFlight) {}
