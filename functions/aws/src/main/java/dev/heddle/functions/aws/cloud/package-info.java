/** Ports over AWS: clients, queues, secrets, what a unit may touch. */
@NullMarked
package dev.heddle.functions.aws.cloud;

import org.jspecify.annotations.NullMarked;
