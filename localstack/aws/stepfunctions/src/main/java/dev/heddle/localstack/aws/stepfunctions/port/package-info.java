/** What the engine calls: functions, other services and the execution log. */
@NullMarked
package dev.heddle.localstack.aws.stepfunctions.port;

import org.jspecify.annotations.NullMarked;
