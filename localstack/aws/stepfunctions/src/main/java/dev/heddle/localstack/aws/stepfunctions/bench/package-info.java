/** Measures the engine. */
@NullMarked
package dev.heddle.localstack.aws.stepfunctions.bench;

import org.jspecify.annotations.NullMarked;
