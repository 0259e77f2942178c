/** Two ways on, by one condition. */
@NullMarked
package dev.heddle.functions.nodes.condition;

import org.jspecify.annotations.NullMarked;
