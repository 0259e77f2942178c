/** From arrows to structure: which steps follow, exclude or accompany each other. */
@NullMarked
package dev.heddle.statemachines.compiler.plan;

import org.jspecify.annotations.NullMarked;
