/** Amazon EventBridge Scheduler on one machine: schedules that outlive restarts. */
@NullMarked
package dev.heddle.localstack.aws.services.scheduler;

import org.jspecify.annotations.NullMarked;
