/** Runs started once, at a date and time. */
@NullMarked
package dev.heddle.functions.triggers.once;

import org.jspecify.annotations.NullMarked;
