package dev.heddle.localstack.lab.compile;

import org.jspecify.annotations.Nullable;

/**
 * One drawing compiled.
 *
 * @param first milliseconds the first time in this process
 * @param warm milliseconds in the middle of many times
 * @param growth how much longer than the size before, divided by how much n log n has grown
 * @param bytes of the machine without spaces
 */
public record CompileTiming(
    String shape, int nodes, double first, double warm, @Nullable Double growth, int bytes) {}
