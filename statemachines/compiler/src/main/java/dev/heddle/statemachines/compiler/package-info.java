/** The language of drawn workflows and its compiler: a graph document in, a state machine out. */
@NullMarked
package dev.heddle.statemachines.compiler;

import org.jspecify.annotations.NullMarked;
