/** Runs that an HTTP request starts. */
@NullMarked
package dev.heddle.functions.triggers.webhook;

import org.jspecify.annotations.NullMarked;
