/** The language of drawings, and what compiling one gives. */
@NullMarked
package dev.heddle.statemachines.language;

import org.jspecify.annotations.NullMarked;
