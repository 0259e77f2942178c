package dev.heddle.infracdk;

import dev.heddle.functions.catalog.Catalog;
import dev.heddle.functions.spec.unit.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/**
 * All stacks of a deployment. There are several because CloudFormation takes 500 resources in one,
 * and a function with its role, log, version and alias is seven.
 */
record Stacks(
    Foundation foundation,
    Map<Group, FunctionsStack> functions,
    MachinesStack machines,
    GatewayStack gateway,
    SiteStack site) {

  static Stacks of(Construct scope, Deployment deployment, Catalog catalog, Code code) {
    Foundation foundation = new Foundation(scope, deployment, catalog);
    Map<Group, FunctionsStack> functions = new LinkedHashMap<>();
    for (Group group : catalog.functions().stream().map(Group::of).distinct().toList()) {
      List<Unit> units =
          catalog.functions().stream().filter(unit -> Group.of(unit).equals(group)).toList();
      functions.put(group, new FunctionsStack(scope, deployment, foundation, group, units, code));
    }
    MachinesStack machines = new MachinesStack(scope, deployment, foundation.machines);
    GatewayStack gateway =
        new GatewayStack(
            scope,
            deployment,
            foundation,
            catalog,
            unit ->
                java.util.Objects.requireNonNull(functions.get(Group.of(unit))).alias(unit.name()));
    SiteStack site = new SiteStack(scope, deployment, foundation, gateway);
    return new Stacks(foundation, functions, machines, gateway, site);
  }

  /** Every stack. */
  List<Stack> all() {
    return java.util.stream.Stream.concat(
            java.util.stream.Stream.of(foundation, machines, gateway, site),
            functions.values().stream())
        .map(stack -> (Stack) stack)
        .toList();
  }
}
