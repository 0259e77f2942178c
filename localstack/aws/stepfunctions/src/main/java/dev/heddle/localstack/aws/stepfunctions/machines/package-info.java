/** State machines, their versions and aliases, and what an ARN leads to. */
@NullMarked
package dev.heddle.localstack.aws.stepfunctions.machines;

import org.jspecify.annotations.NullMarked;
