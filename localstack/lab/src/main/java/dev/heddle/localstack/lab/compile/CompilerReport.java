package dev.heddle.localstack.lab.compile;

import java.util.List;

/**
 * Everything that was measured.
 *
 * @param cold milliseconds of the very first compilation in this process, of a chain of 100
 */
public record CompilerReport(
    double cold, List<CompileTiming> measured, List<HandWrittenComparison> byHand) {}
