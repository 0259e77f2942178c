/** Starting a run by hand. */
@NullMarked
package dev.heddle.functions.triggers.manual;

import org.jspecify.annotations.NullMarked;
