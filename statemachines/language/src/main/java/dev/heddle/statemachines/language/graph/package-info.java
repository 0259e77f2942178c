/** The graph document as records, and its reader, which answers every problem at once. */
@NullMarked
package dev.heddle.statemachines.language.graph;

import org.jspecify.annotations.NullMarked;
