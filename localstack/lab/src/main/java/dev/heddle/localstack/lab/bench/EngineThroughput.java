package dev.heddle.localstack.lab.bench;

import org.jspecify.annotations.Nullable;

/**
 * What one measurement gave; times are in milliseconds.
 *
 * @param cpu processor time of the whole process for each execution, callers included
 * @param ratio to the peer's executions a second; null where it has no figure
 */
public record EngineThroughput(
    String workload,
    String way,
    int callers,
    double perSecond,
    double p50,
    double p95,
    double p99,
    double cpu,
    @Nullable Double ratio) {}
