/** The for-each node. */
@NullMarked
package dev.heddle.functions.nodes.each;

import org.jspecify.annotations.NullMarked;
