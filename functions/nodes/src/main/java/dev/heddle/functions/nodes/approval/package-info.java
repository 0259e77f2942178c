/** The approval node. */
@NullMarked
package dev.heddle.functions.nodes.approval;

import org.jspecify.annotations.NullMarked;
