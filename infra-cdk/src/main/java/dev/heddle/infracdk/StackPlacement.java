package dev.heddle.infracdk;

import dev.heddle.functions.spec.unit.Unit;

/**
 * The stack a unit's function lives in: one for each resource package, and a fixed number for
 * nodes.
 *
 * <p>It depends on nothing but the unit itself. A function has a fixed name, so one that moved from
 * stack to stack because others were added would be made in the one before it is gone from the
 * other, and CloudFormation would refuse.
 *
 * @param group whose jar holds it
 * @param part the resource package, or a number
 */
record StackPlacement(FunctionGroup group, String part) {
  private static final String ROOMS = "dev.heddle.functions.";

  /** With ten functions of six resources each, 80 nodes fill an eighth of what a stack may hold. */
  private static final int NODE_STACKS = 8;

  static StackPlacement of(Unit unit) {
    FunctionGroup group = FunctionGroup.of(unit);
    String[] packages = unit.getClass().getPackageName().substring(ROOMS.length()).split("\\.", 3);
    return packages[0].equals("nodes")
        ? node(group, unit.name())
        : new StackPlacement(group, packages[1]);
  }

  /** A node is a package of its own; a stack for each would be a deployment of hours. */
  static StackPlacement node(FunctionGroup group, String name) {
    // String's hash is part of its contract, so no later JVM deals the nodes anew.
    return new StackPlacement(
        group, Integer.toString(Math.floorMod(name.hashCode(), NODE_STACKS) + 1));
  }

  /** The stack's name after the deployment's. */
  String stack() {
    return group.word() + "-" + part;
  }
}
