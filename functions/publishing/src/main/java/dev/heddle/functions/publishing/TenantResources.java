package dev.heddle.functions.publishing;

import dev.heddle.functions.spec.port.DeploymentSettings;
import dev.heddle.functions.spec.unit.NodeFunctionNames;
import dev.heddle.functions.spec.workflow.WorkflowBuild;
import dev.heddle.statemachines.language.CompiledMachine.Kind;
import dev.heddle.statemachines.language.RunMap;
import dev.heddle.statemachines.language.vocabulary.NodeType;
import dev.heddle.statemachines.language.vocabulary.ResourceNames;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a tenant's machines may call: the functions of node types, the platform's machines, and the
 * tenant's own workflows as far as they are published, run as Standard, and can be called.
 */
record TenantResources(
    NodeFunctionNames functions,
    DeploymentSettings settings,
    Function<String, Optional<WorkflowBuild>> published)
    implements ResourceNames {
  private static final String ALIAS = ":live";

  static ResourceNames of(
      DeploymentSettings settings, Function<String, Optional<WorkflowBuild>> published) {
    return new TenantResources(
        new NodeFunctionNames(settings.functionPrefix()), settings, published);
  }

  @Override
  public String function(NodeType type) {
    return functions.function(type);
  }

  @Override
  public String function(NodeType type, String provider) {
    return functions.function(type, provider);
  }

  @Override
  public Optional<String> workflow(String id) {
    return published
        .apply(id)
        .filter(build -> build.kind() == Kind.STANDARD)
        .filter(TenantResources::isCallable)
        .map(TenantResources::alias);
  }

  private static boolean isCallable(WorkflowBuild build) {
    return BuildRunMaps.runMap(build).entry(RunMap.Role.CALLED).isPresent();
  }

  private static String alias(WorkflowBuild build) {
    String version = build.versionArn();
    return version.substring(0, version.lastIndexOf(':')) + ALIAS;
  }

  @Override
  public String machine(String name) {
    return settings.machineArns() + settings.functionPrefix() + name;
  }
}
