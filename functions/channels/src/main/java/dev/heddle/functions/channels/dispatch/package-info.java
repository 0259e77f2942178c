/** From the queue of events to runs. */
@NullMarked
package dev.heddle.functions.channels.dispatch;

import org.jspecify.annotations.NullMarked;
