/** Routes of runs: start, look at, stop. */
@NullMarked
package dev.heddle.functions.api.runs;

import org.jspecify.annotations.NullMarked;
