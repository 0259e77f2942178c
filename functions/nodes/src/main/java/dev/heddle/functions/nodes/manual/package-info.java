/** Starting a run by hand. */
@NullMarked
package dev.heddle.functions.nodes.manual;

import org.jspecify.annotations.NullMarked;
