/** Several ways on, by the first condition that holds. */
@NullMarked
package dev.heddle.functions.nodes.choice;

import org.jspecify.annotations.NullMarked;
