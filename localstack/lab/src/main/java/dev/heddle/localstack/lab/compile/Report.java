package dev.heddle.localstack.lab.compile;

import java.util.List;

/**
 * Everything that was measured.
 *
 * @param cold milliseconds of the very first compilation in this process, of a chain of 100
 */
public record Report(double cold, List<Measured> measured, List<ByHand> byHand) {}
