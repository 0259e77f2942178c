/** Words that cross a wire: the events AWS hands our functions and the calls we make ourselves. */
@NullMarked
package dev.heddle.events;

import org.jspecify.annotations.NullMarked;
