/** How long drawings of all sizes take to compile, and how large their machines are. */
@NullMarked
package dev.heddle.statemachines.bench;

import org.jspecify.annotations.NullMarked;
