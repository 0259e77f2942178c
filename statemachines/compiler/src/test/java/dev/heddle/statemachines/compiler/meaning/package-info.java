/**
 * What a drawing means, stated once more without the compiler's code, and the proof that compiled
 * machines mean the same.
 */
@NullMarked
package dev.heddle.statemachines.compiler.meaning;

import org.jspecify.annotations.NullMarked;
