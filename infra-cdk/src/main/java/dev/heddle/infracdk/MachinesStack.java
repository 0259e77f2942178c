package dev.heddle.infracdk;

import dev.heddle.statemachines.compiler.platform.PlatformMachine;
import java.util.List;
import java.util.Locale;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.stepfunctions.DefinitionBody;
import software.amazon.awscdk.services.stepfunctions.LogLevel;
import software.amazon.awscdk.services.stepfunctions.LogOptions;
import software.amazon.awscdk.services.stepfunctions.StateMachine;
import software.amazon.awscdk.services.stepfunctions.StateMachineType;
import software.constructs.Construct;

/** The platform's own state machines, each with a role and a log group of its own. */
final class MachinesStack extends Stack {
  private final DeploymentConfig deployment;

  MachinesStack(Construct scope, DeploymentConfig deployment, List<PlatformMachine> machines) {
    super(scope, deployment.name() + "-machines");
    this.deployment = deployment;
    machines.forEach(this::make);
  }

  private void make(PlatformMachine machine) {
    String id =
        machine.name().substring(0, 1).toUpperCase(Locale.ROOT) + machine.name().substring(1);
    Role role = role(machine, id);
    StateMachine.Builder.create(this, id)
        .stateMachineName(deployment.prefix() + machine.name())
        .stateMachineType(StateMachineType.STANDARD)
        .definitionBody(
            DefinitionBody.fromString(machine.definition(deployment::function).toString()))
        .role(role)
        .logs(logs(machine, id))
        .tracingEnabled(true)
        .build();
    AcceptedNagFindings.acceptWildcards(role);
  }

  private Role role(PlatformMachine machine, String id) {
    Role role =
        Role.Builder.create(this, id + "Role")
            .assumedBy(new ServicePrincipal("states.amazonaws.com"))
            .description("Of the machine " + machine.name() + " alone")
            .build();
    role.addToPolicy(
        PolicyStatements.allow(
            List.of("lambda:InvokeFunction"),
            machine.functions().stream().map(unit -> deployment.functionArn(unit, this)).toList()));
    if (machine.startsWorkflows()) {
      new ChildExecutionGrants(this, deployment)
          .of(ChildExecutionGrants.OF_TENANTS)
          .forEach(role::addToPolicy);
    }
    return role;
  }

  /** Without data: what agents say is nobody's business but their tenant's. */
  private LogOptions logs(PlatformMachine machine, String id) {
    return LogOptions.builder()
        .level(LogLevel.ALL)
        .includeExecutionData(false)
        .destination(
            LogGroup.Builder.create(this, id + "Logs")
                .logGroupName("/aws/vendedlogs/states/" + deployment.name() + "-" + machine.name())
                .retention(RetentionDays.ONE_MONTH)
                .removalPolicy(RemovalPolicy.DESTROY)
                .build())
        .build();
  }
}
