/** Runs that other workflows start. */
@NullMarked
package dev.heddle.functions.triggers.called;

import org.jspecify.annotations.NullMarked;
