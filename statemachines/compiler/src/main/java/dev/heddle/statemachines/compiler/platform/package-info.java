/** The platform's own state machines: what runs of workflows start as a whole. */
@NullMarked
package dev.heddle.statemachines.compiler.platform;

import org.jspecify.annotations.NullMarked;
