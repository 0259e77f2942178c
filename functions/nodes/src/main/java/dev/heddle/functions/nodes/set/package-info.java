/** Fields given a value. */
@NullMarked
package dev.heddle.functions.nodes.set;

import org.jspecify.annotations.NullMarked;
