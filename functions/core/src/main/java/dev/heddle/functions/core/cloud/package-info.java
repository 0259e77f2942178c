/** Ports over AWS: clients, queues, secrets, what a unit may touch. */
@NullMarked
package dev.heddle.functions.core.cloud;

import org.jspecify.annotations.NullMarked;
