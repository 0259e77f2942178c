/** What the compiler's rooms hand each other about problems in a drawing. */
@NullMarked
package dev.heddle.statemachines.language.report;

import org.jspecify.annotations.NullMarked;
