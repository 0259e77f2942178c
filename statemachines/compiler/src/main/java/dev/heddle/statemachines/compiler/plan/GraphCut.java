package dev.heddle.statemachines.compiler.plan;

import java.util.BitSet;

/** A set of vertices in two: the first is run before the second. */
record GraphCut(BitSet first, BitSet second, long cost) {}
