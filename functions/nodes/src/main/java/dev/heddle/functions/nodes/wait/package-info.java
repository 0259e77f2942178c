/** A pause. */
@NullMarked
package dev.heddle.functions.nodes.wait;

import org.jspecify.annotations.NullMarked;
