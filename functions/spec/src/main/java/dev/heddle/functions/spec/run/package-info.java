/** Runs and what is recorded of them. */
@NullMarked
package dev.heddle.functions.spec.run;

import org.jspecify.annotations.NullMarked;
