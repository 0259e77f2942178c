/** The protocol: one handler for each operation, in the service's own shapes and errors. */
@NullMarked
package dev.heddle.localstack.aws.stepfunctions.api;

import org.jspecify.annotations.NullMarked;
