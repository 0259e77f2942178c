/** From a plan to Amazon States Language: states, variables and their scopes, JSON. */
@NullMarked
package dev.heddle.statemachines.compiler.asl;

import org.jspecify.annotations.NullMarked;
