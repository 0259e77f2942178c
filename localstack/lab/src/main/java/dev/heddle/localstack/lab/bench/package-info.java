/** Measures the engine: executions a second, memory of waiting runs, time to start again. */
@NullMarked
package dev.heddle.localstack.lab.bench;

import org.jspecify.annotations.NullMarked;
