package dev.heddle.localstack.lab.coldstart;

/**
 * How long one start took, in milliseconds from the start of the process.
 *
 * @param ready until it asked for its first event: the JVM, the runtime and the function's own
 *     initialisation
 * @param answered until that event was answered
 * @param processor the processor's time until then, which other work on the machine disturbs least
 */
record ColdStart(double ready, double answered, double processor) {}
