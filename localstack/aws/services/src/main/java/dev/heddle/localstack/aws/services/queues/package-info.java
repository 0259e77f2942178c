/** Amazon SQS on one machine: queues, messages, dead letters. */
@NullMarked
package dev.heddle.localstack.aws.services.queues;

import org.jspecify.annotations.NullMarked;
