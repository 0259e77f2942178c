package dev.heddle.functions.aws.cloud;

import dev.heddle.functions.spec.port.MachineName;
import dev.heddle.statemachines.language.CompiledMachine;
import dev.heddle.statemachines.language.CompiledMachine.Kind;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.LogLevel;
import software.amazon.awssdk.services.sfn.model.LoggingConfiguration;
import software.amazon.awssdk.services.sfn.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sfn.model.RoutingConfigurationListItem;
import software.amazon.awssdk.services.sfn.model.ServiceQuotaExceededException;
import software.amazon.awssdk.services.sfn.model.StateMachineAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StateMachineType;

/**
 * The state machines of workflows: an immutable version for each build, an alias at one of them.
 */
final class StateMachineVersions {
  /** Of a draft's 1,000 versions the oldest half goes when there is no room for another. */
  private static final int DROPPED = 500;

  private final SfnClient client;
  private final StateMachineSettings home;

  StateMachineVersions(SfnClient client, StateMachineSettings home) {
    this.client = client;
    this.home = home;
  }

  /** Makes a version with this definition, unless the last one has it already. */
  String make(String tenant, String workflow, String build, CompiledMachine machine) {
    boolean draft = build.startsWith("d");
    MachineName name = new MachineName(home.prefix(), tenant, workflow, draft, machine.kind());
    return StepFunctionsProblems.of(
        () -> draft ? withRoom(name, build, machine) : put(name, build, machine));
  }

  private String withRoom(MachineName name, String build, CompiledMachine machine) {
    try {
      return put(name, build, machine);
    } catch (ServiceQuotaExceededException e) {
      // Only when it is full: looking at each save would cost a call, and is throttled.
      dropOldest(home.arn(name));
      return put(name, build, machine);
    }
  }

  private String put(MachineName name, String build, CompiledMachine machine) {
    try {
      // Update first, since a workflow is created once and saved often; each of the two may find
      // that another call was faster, so each falls back to the other.
      return update(name, build, machine);
    } catch (StateMachineDoesNotExistException e) {
      return createOrUpdate(name, build, machine);
    }
  }

  private String createOrUpdate(MachineName name, String build, CompiledMachine machine) {
    try {
      return create(name, build, machine);
    } catch (StateMachineAlreadyExistsException e) {
      return update(name, build, machine);
    }
  }

  private String create(MachineName name, String build, CompiledMachine machine) {
    return client
        .createStateMachine(
            r ->
                r.name(name.text())
                    .type(type(name.kind()))
                    .definition(machine.definition().toString())
                    .roleArn(home.roleArn())
                    .loggingConfiguration(logging())
                    .publish(true)
                    .versionDescription(build))
        .stateMachineVersionArn();
  }

  private String update(MachineName name, String build, CompiledMachine machine) {
    return client
        .updateStateMachine(
            r ->
                r.stateMachineArn(home.arn(name))
                    .definition(machine.definition().toString())
                    .roleArn(home.roleArn())
                    .loggingConfiguration(logging())
                    .publish(true)
                    .versionDescription(build))
        .stateMachineVersionArn();
  }

  private static StateMachineType type(Kind kind) {
    return switch (kind) {
      case STANDARD -> StateMachineType.STANDARD;
      case EXPRESS -> StateMachineType.EXPRESS;
    };
  }

  /** Everything, with data: the run's record is written from it. */
  private LoggingConfiguration logging() {
    return LoggingConfiguration.builder()
        .level(LogLevel.ALL)
        .includeExecutionData(true)
        .destinations(d -> d.cloudWatchLogsLogGroup(g -> g.logGroupArn(home.logGroup() + ":*")))
        .build();
  }

  private void dropOldest(String machineArn) {
    client
        .listStateMachineVersions(r -> r.stateMachineArn(machineArn).maxResults(1_000))
        .stateMachineVersions()
        .reversed()
        .stream()
        .limit(DROPPED)
        .forEach(
            version ->
                client.deleteStateMachineVersion(
                    r -> r.stateMachineVersionArn(version.stateMachineVersionArn())));
  }

  /** Makes the alias lead to a version. */
  void pointAlias(String versionArn) {
    MachineArn machine = MachineArn.ofVersion(versionArn);
    var everything =
        RoutingConfigurationListItem.builder()
            .stateMachineVersionArn(versionArn)
            .weight(100)
            .build();
    StepFunctionsProblems.of(
        () -> {
          try {
            return client.updateStateMachineAlias(
                r -> r.stateMachineAliasArn(machine.alias()).routingConfiguration(everything));
          } catch (ResourceNotFoundException e) {
            return client.createStateMachineAlias(
                r -> r.name(MachineArn.ALIAS).routingConfiguration(everything));
          }
        });
  }

  /** Removes a workflow's machines; versions and aliases go with them, runs end. */
  void remove(String tenant, String workflow) {
    for (Kind kind : Kind.values()) {
      remove(new MachineName(home.prefix(), tenant, workflow, false, kind));
      remove(new MachineName(home.prefix(), tenant, workflow, true, kind));
    }
  }

  private void remove(MachineName name) {
    StepFunctionsProblems.of(
        () -> {
          try {
            return client.deleteStateMachine(r -> r.stateMachineArn(home.arn(name)));
          } catch (StateMachineDoesNotExistException e) {
            return e;
          }
        });
  }
}
