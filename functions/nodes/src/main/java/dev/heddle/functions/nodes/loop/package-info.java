/** The loop node. */
@NullMarked
package dev.heddle.functions.nodes.loop;

import org.jspecify.annotations.NullMarked;
