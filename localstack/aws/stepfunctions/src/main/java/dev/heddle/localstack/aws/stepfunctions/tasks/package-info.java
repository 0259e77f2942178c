/** What a Task can call: Lambda functions, other executions, other services. */
@NullMarked
package dev.heddle.localstack.aws.stepfunctions.tasks;

import org.jspecify.annotations.NullMarked;
