/** What the triggers of the clock have in common. */
@NullMarked
package dev.heddle.functions.triggers.clock;

import org.jspecify.annotations.NullMarked;
