/** What survives a crash: machines, executions, history and the scopes of runs in flight. */
@NullMarked
package dev.heddle.localstack.aws.stepfunctions.store;

import org.jspecify.annotations.NullMarked;
