/** What must hold before a drawing is planned: one small class for each rule. */
@NullMarked
package dev.heddle.statemachines.compiler.checks;

import org.jspecify.annotations.NullMarked;
