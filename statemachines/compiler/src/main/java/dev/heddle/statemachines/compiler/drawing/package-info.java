/** A graph with its vocabulary: typed steps, settled configs, arrows by index. */
@NullMarked
package dev.heddle.statemachines.compiler.drawing;

import org.jspecify.annotations.NullMarked;
