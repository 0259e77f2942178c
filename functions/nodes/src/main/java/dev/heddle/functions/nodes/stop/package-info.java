/** The end of a run before its time. */
@NullMarked
package dev.heddle.functions.nodes.stop;

import org.jspecify.annotations.NullMarked;
