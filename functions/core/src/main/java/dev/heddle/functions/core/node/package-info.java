/** What a node's code works with. */
@NullMarked
package dev.heddle.functions.core.node;

import org.jspecify.annotations.NullMarked;
