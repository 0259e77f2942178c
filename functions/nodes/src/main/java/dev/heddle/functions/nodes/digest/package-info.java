/** Digests of text. */
@NullMarked
package dev.heddle.functions.nodes.digest;

import org.jspecify.annotations.NullMarked;
