/** JSONata 2.0.6 as Step Functions restricts it: parsed for analysis, never evaluated. */
@NullMarked
package dev.heddle.statemachines.language.expression;

import org.jspecify.annotations.NullMarked;
