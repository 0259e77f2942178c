/** Branches brought together. */
@NullMarked
package dev.heddle.functions.nodes.merge;

import org.jspecify.annotations.NullMarked;
