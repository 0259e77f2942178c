/** Nodes by which workflows run each other. */
@NullMarked
package dev.heddle.functions.nodes.workflow;

import org.jspecify.annotations.NullMarked;
