/** Amazon EventBridge's event buses on one machine: rules that match events and call targets. */
@NullMarked
package dev.heddle.localstack.aws.services.bus;

import org.jspecify.annotations.NullMarked;
