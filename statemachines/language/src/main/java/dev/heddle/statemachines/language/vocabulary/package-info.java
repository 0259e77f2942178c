/** What the compiler knows of a node type: its fields, ports and wiring. Pure data. */
@NullMarked
package dev.heddle.statemachines.language.vocabulary;

import org.jspecify.annotations.NullMarked;
