/** The answer to the caller who waits. */
@NullMarked
package dev.heddle.functions.nodes.respond;

import org.jspecify.annotations.NullMarked;
