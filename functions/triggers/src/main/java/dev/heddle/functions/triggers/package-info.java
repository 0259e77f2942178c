/** The ways a run can start. */
@NullMarked
package dev.heddle.functions.triggers;

import org.jspecify.annotations.NullMarked;
