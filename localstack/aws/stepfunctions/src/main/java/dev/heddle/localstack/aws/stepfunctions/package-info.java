/** Step Functions on one machine: the engine, its protocol and the ports through which it acts. */
@NullMarked
package dev.heddle.localstack.aws.stepfunctions;

import org.jspecify.annotations.NullMarked;
