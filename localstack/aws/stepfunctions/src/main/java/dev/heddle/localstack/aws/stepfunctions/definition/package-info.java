/** A state machine parsed once into records, or the list of what is wrong with it. */
@NullMarked
package dev.heddle.localstack.aws.stepfunctions.definition;

import org.jspecify.annotations.NullMarked;
