/** The node that waits for an event. */
@NullMarked
package dev.heddle.functions.nodes.event;

import org.jspecify.annotations.NullMarked;
