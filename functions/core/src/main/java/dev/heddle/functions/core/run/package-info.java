/** Runs and what is recorded of them. */
@NullMarked
package dev.heddle.functions.core.run;

import org.jspecify.annotations.NullMarked;
