package dev.heddle.infracdk;

import dev.heddle.functions.spec.entity.Entity;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.statemachines.compiler.platform.PlatformMachine;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.Effect;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** Turns what a unit may touch into the statements of its function's own role. */
final class IamGrants {
  private static final List<String> READ =
      List.of("dynamodb:GetItem", "dynamodb:BatchGetItem", "dynamodb:Query");
  private static final List<String> WRITE =
      List.of(
          "dynamodb:PutItem",
          "dynamodb:UpdateItem",
          "dynamodb:DeleteItem",
          "dynamodb:BatchWriteItem",
          "dynamodb:ConditionCheckItem");

  private final DeploymentConfig deployment;
  private final FoundationStack foundation;

  IamGrants(DeploymentConfig deployment, FoundationStack foundation) {
    this.deployment = deployment;
    this.foundation = foundation;
  }

  /** The statements an access becomes; none for what needs no permission in AWS. */
  List<PolicyStatement> of(Access access) {
    return switch (access) {
      case Access.Reads(var entity) -> List.of(table(READ, entity), indexes());
      case Access.Writes(var entity) ->
          List.of(table(Stream.concat(READ.stream(), WRITE.stream()).toList(), entity), indexes());
      case Access.Sends(var queue) ->
          List.of(
              PolicyStatements.allow(
                  List.of("sqs:SendMessage"), List.of(foundation.queue(queue).getQueueArn())));
      case Access.Uses(var secrets) -> secrets(secrets);
      case Access.CallsInternet(), Access.AsksModel _ -> List.of();
      case Access.BuildsMachines() -> buildsMachines();
      case Access.StartsRuns() -> List.of(startsRuns());
      case Access.CompletesTasks() -> List.of(completesTasks());
      case Access.Schedules() -> schedules();
      case Access.PushesLive() -> List.of(pushesLive());
    };
  }

  /** By leading key: an entity's items begin with the prefixes its store uses. */
  private PolicyStatement table(List<String> actions, Entity<?> entity) {
    return PolicyStatement.Builder.create()
        .effect(Effect.ALLOW)
        .actions(actions)
        .resources(List.of(foundation.documents.getTableArn()))
        .conditions(
            Map.of("ForAllValues:StringLike", Map.of("dynamodb:LeadingKeys", entity.keys())))
        .build();
  }

  /** An index leads by keys of its own, which the condition on the table's does not describe. */
  private PolicyStatement indexes() {
    return PolicyStatements.allow(
        List.of("dynamodb:Query"), List.of(foundation.documents.getTableArn() + "/index/*"));
  }

  private List<PolicyStatement> secrets(Access.Secrets secrets) {
    return switch (secrets) {
      case PLATFORM ->
          List.of(
              PolicyStatements.allow(
                  List.of("secretsmanager:GetSecretValue", "secretsmanager:CreateSecret"),
                  List.of(secret("/heddle/platform/*"))));
      case TENANT_READ ->
          List.of(
              PolicyStatements.allow(
                  List.of("secretsmanager:GetSecretValue"), List.of(secret("/heddle/ten_*"))));
      case TENANT_WRITE ->
          List.of(
              PolicyStatements.allow(
                  List.of(
                      "secretsmanager:CreateSecret",
                      "secretsmanager:PutSecretValue",
                      "secretsmanager:UpdateSecret",
                      "secretsmanager:DescribeSecret",
                      "secretsmanager:DeleteSecret",
                      "secretsmanager:RestoreSecret"),
                  List.of(secret("/heddle/ten_*"))),
              // Listing takes no resource in IAM; the code asks for its tenant's prefix only.
              PolicyStatements.allow(List.of("secretsmanager:ListSecrets"), List.of("*")));
    };
  }

  private List<PolicyStatement> buildsMachines() {
    return List.of(
        PolicyStatements.allow(
            List.of(
                "states:CreateStateMachine",
                "states:UpdateStateMachine",
                "states:DeleteStateMachine",
                "states:DescribeStateMachine",
                "states:PublishStateMachineVersion",
                "states:DeleteStateMachineVersion",
                "states:ListStateMachineVersions",
                "states:CreateStateMachineAlias",
                "states:UpdateStateMachineAlias",
                "states:DescribeStateMachineAlias",
                "states:DeleteStateMachineAlias",
                "states:ListStateMachineAliases",
                "states:TagResource"),
            List.of(states("stateMachine", ChildExecutionGrants.OF_TENANTS))),
        PolicyStatements.allow(
            List.of("iam:PassRole"), List.of(foundation.workflowRole.getRoleArn())));
  }

  private PolicyStatement startsRuns() {
    return PolicyStatements.allow(
        List.of(
            "states:StartExecution",
            "states:StartSyncExecution",
            "states:StopExecution",
            "states:RedriveExecution",
            "states:DescribeExecution"),
        List.of(
            states("stateMachine", ChildExecutionGrants.OF_TENANTS),
            states("execution", ChildExecutionGrants.OF_TENANTS),
            states("express", ChildExecutionGrants.OF_TENANTS)));
  }

  /** Tasks of workflows, and of the platform's machines that ask people too. */
  private PolicyStatement completesTasks() {
    Stream<String> ours = foundation.machines.stream().map(PlatformMachine::name);
    return PolicyStatements.allow(
        List.of("states:SendTaskSuccess"),
        Stream.concat(Stream.of(ChildExecutionGrants.OF_TENANTS), ours)
            .map(name -> states("stateMachine", name))
            .toList());
  }

  private List<PolicyStatement> schedules() {
    return List.of(
        PolicyStatements.allow(
            List.of(
                "scheduler:CreateSchedule",
                "scheduler:UpdateSchedule",
                "scheduler:DeleteSchedule",
                "scheduler:GetSchedule"),
            List.of(
                arn(
                    "scheduler",
                    "schedule",
                    deployment.name() + "/*",
                    ArnFormat.SLASH_RESOURCE_NAME))),
        PolicyStatements.allow(List.of("scheduler:ListSchedules"), List.of("*")),
        PolicyStatements.allow(
            List.of("iam:PassRole"), List.of(foundation.scheduleRole.getRoleArn())));
  }

  private PolicyStatement pushesLive() {
    return PolicyStatements.allow(
        List.of("execute-api:ManageConnections"),
        List.of(
            arn(
                "execute-api",
                foundation.live.getApiId(),
                "live/POST/@connections/*",
                ArnFormat.SLASH_RESOURCE_NAME)));
  }

  private String states(String resource, String name) {
    return arn("states", resource, deployment.prefix() + name, ArnFormat.COLON_RESOURCE_NAME);
  }

  private String secret(String name) {
    return arn("secretsmanager", "secret", name, ArnFormat.COLON_RESOURCE_NAME);
  }

  private String arn(String service, String resource, String name, ArnFormat format) {
    return Stack.of(foundation)
        .formatArn(
            ArnComponents.builder()
                .service(service)
                .resource(resource)
                .resourceName(name)
                .arnFormat(format)
                .build());
  }
}
