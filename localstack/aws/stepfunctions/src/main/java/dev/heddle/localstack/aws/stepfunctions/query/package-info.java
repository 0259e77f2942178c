/** What a field of a state may hold: literals, JSONata and JSONPath, and how they are evaluated. */
@NullMarked
package dev.heddle.localstack.aws.stepfunctions.query;

import org.jspecify.annotations.NullMarked;
