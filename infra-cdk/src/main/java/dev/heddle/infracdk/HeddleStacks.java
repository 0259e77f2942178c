package dev.heddle.infracdk;

import dev.heddle.functions.catalog.Catalog;
import dev.heddle.functions.spec.unit.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import software.amazon.awscdk.Stack;
import software.constructs.Construct;

/**
 * All stacks of a deployment. There are many because CloudFormation takes 500 resources in one, and
 * a route's function with its role, log, version, alias and what the gateway needs is nine.
 */
record HeddleStacks(
    FoundationStack foundation,
    GatewayStack gateway,
    Map<StackPlacement, FunctionsStack> functions,
    MachinesStack machines,
    SiteStack site) {

  static HeddleStacks of(
      Construct scope, DeploymentConfig deployment, Catalog catalog, FunctionCode code) {
    return of(scope, deployment, catalog, code, StackPlacement::of);
  }

  static HeddleStacks of(
      Construct scope,
      DeploymentConfig deployment,
      Catalog catalog,
      FunctionCode code,
      Function<Unit, StackPlacement> placement) {
    FoundationStack foundation = new FoundationStack(scope, deployment, catalog);
    GatewayStack gateway = new GatewayStack(scope, deployment, catalog);
    var shared = new FunctionsStack.SharedStacks(foundation, gateway);
    Map<StackPlacement, FunctionsStack> functions = new LinkedHashMap<>();
    placed(catalog, placement)
        .forEach(
            (place, units) ->
                functions.put(
                    place, new FunctionsStack(scope, deployment, shared, place, units, code)));
    MachinesStack machines = new MachinesStack(scope, deployment, foundation.machines);
    SiteStack site = new SiteStack(scope, deployment, foundation, gateway);
    return new HeddleStacks(foundation, gateway, functions, machines, site);
  }

  private static Map<StackPlacement, List<Unit>> placed(
      Catalog catalog, Function<Unit, StackPlacement> placement) {
    return catalog.functions().stream()
        .collect(Collectors.groupingBy(placement, LinkedHashMap::new, Collectors.toList()));
  }

  /** Every stack. */
  List<Stack> all() {
    List<Stack> all = new ArrayList<>(List.of(foundation, gateway, machines, site));
    all.addAll(functions.values());
    return all;
  }
}
