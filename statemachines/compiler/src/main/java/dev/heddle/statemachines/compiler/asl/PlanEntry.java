package dev.heddle.statemachines.compiler.asl;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way into a plan: certain, or taken if one of these vertices was passed.
 *
 * @param name what the way leads to, for the name of the state that asks
 * @param target where it leads; null is the end of the scope
 */
record PlanEntry(boolean certain, List<Integer> flags, String name, @Nullable AslState target) {}
