package dev.heddle.infracdk;

import java.util.List;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;

/** What a state machine needs to start other machines' executions and wait for their end. */
record ChildExecutionGrants(Stack stack, DeploymentConfig deployment) {

  /** The machines of tenants' workflows; their names begin with the tenant's id. */
  static final String OF_TENANTS = "ten_*";

  /** The statements for machines whose names, after the prefix, match a pattern. */
  List<PolicyStatement> of(String name) {
    return List.of(
        PolicyStatements.allow(
            List.of("states:StartExecution"),
            List.of(states("stateMachine", name), states("stateMachine", name + ":*"))),
        PolicyStatements.allow(
            List.of("states:DescribeExecution", "states:StopExecution", "states:RedriveExecution"),
            List.of(states("execution", name + ":*"))),
        // By this rule of its own the service hears that an execution has ended.
        PolicyStatements.allow(
            List.of("events:PutTargets", "events:PutRule", "events:DescribeRule"),
            List.of(
                arn(
                    "events",
                    "rule",
                    "StepFunctionsGetEventsForStepFunctionsExecutionRule",
                    ArnFormat.SLASH_RESOURCE_NAME))));
  }

  private String states(String resource, String name) {
    return arn("states", resource, deployment.prefix() + name, ArnFormat.COLON_RESOURCE_NAME);
  }

  private String arn(String service, String resource, String name, ArnFormat format) {
    return stack.formatArn(
        ArnComponents.builder()
            .service(service)
            .resource(resource)
            .resourceName(name)
            .arnFormat(format)
            .build());
  }
}
