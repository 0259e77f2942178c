/** The interpreter: one execution is one actor that moves its scopes from state to state. */
@NullMarked
package dev.heddle.localstack.aws.stepfunctions.run;

import org.jspecify.annotations.NullMarked;
