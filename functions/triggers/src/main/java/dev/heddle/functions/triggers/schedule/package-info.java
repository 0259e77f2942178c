/** Runs started by the clock. */
@NullMarked
package dev.heddle.functions.triggers.schedule;

import org.jspecify.annotations.NullMarked;
