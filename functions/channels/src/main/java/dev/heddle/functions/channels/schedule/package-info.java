/** Runs started by the clock. */
@NullMarked
package dev.heddle.functions.channels.schedule;

import org.jspecify.annotations.NullMarked;
