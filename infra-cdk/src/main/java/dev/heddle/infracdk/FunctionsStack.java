package dev.heddle.infracdk;

import dev.heddle.functions.core.door.Door;
import dev.heddle.functions.core.door.LambdaSettings;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Channel;
import dev.heddle.functions.spec.unit.Job;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.Unit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.lambda.Alias;
import software.amazon.awscdk.services.lambda.Architecture;
import software.amazon.awscdk.services.lambda.Function;
import software.amazon.awscdk.services.lambda.Runtime;
import software.amazon.awscdk.services.lambda.SnapStartConf;
import software.amazon.awscdk.services.lambda.eventsources.SqsEventSource;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.logs.SubscriptionFilter;
import software.amazon.awscdk.services.logs.destinations.LambdaDestination;
import software.constructs.Construct;

/**
 * Functions of one group: each with a role, a log group, a version, the alias live and what calls
 * it.
 */
final class FunctionsStack extends Stack {
  private final DeploymentConfig deployment;
  private final FoundationStack foundation;
  private final IamGrants iamGrants;
  private final GatewayRoutes gateway;

  /** The stacks that all functions build on. */
  record SharedStacks(FoundationStack foundation, GatewayStack gateway) {}

  FunctionsStack(
      Construct scope,
      DeploymentConfig deployment,
      SharedStacks shared,
      StackPlacement placement,
      List<Unit> units,
      FunctionCode code) {
    super(scope, deployment.name() + "-" + placement.stack());
    this.deployment = deployment;
    foundation = shared.foundation();
    iamGrants = new IamGrants(deployment, foundation);
    gateway = new GatewayRoutes(this, shared.gateway(), foundation);
    var asset = code.of(placement.group());
    units.forEach(unit -> attach(unit, alias(unit, placement.group(), asset)));
    AcceptedNagFindings.acceptGateway(this);
  }

  private Alias alias(
      Unit unit, FunctionGroup group, software.amazon.awscdk.services.lambda.Code code) {
    String name = deployment.prefix() + unit.name();
    LogGroup logs =
        LogGroup.Builder.create(this, unit.name() + "Logs")
            .logGroupName("/aws/lambda/" + name)
            .retention(RetentionDays.ONE_MONTH)
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    Function function =
        Function.Builder.create(this, unit.name())
            .functionName(name)
            .description(description(unit))
            .runtime(Runtime.JAVA_25)
            .architecture(Architecture.X86_64)
            .handler(group.handler())
            .code(code)
            .memorySize(LambdaSettings.MEMORY_MB)
            .timeout(Duration.seconds(seconds(unit)))
            .snapStart(SnapStartConf.ON_PUBLISHED_VERSIONS)
            .role(role(unit, logs))
            .logGroup(logs)
            .environment(environment(unit))
            .build();
    return Alias.Builder.create(this, unit.name() + "Live")
        .aliasName("live")
        .version(function.getCurrentVersion())
        .build();
  }

  private Role role(Unit unit, LogGroup logs) {
    Role role =
        Role.Builder.create(this, unit.name() + "Role")
            .assumedBy(new ServicePrincipal("lambda.amazonaws.com"))
            .description("Of " + unit.name() + " alone")
            .build();
    role.addToPolicy(
        PolicyStatements.allow(
            List.of("logs:CreateLogStream", "logs:PutLogEvents"), List.of(logs.getLogGroupArn())));
    for (Access access : unit.access()) {
      for (PolicyStatement statement : iamGrants.of(access)) {
        role.addToPolicy(statement);
      }
    }
    AcceptedNagFindings.acceptWildcards(role);
    return role;
  }

  private static String description(Unit unit) {
    return switch (unit) {
      case Route<?, ?> route -> route.spec().summary();
      case NodeUnit<?> node -> node.spec().summary();
      case Channel channel -> "Takes in what arrives by " + channel.spec().name();
      case Job<?, ?> job -> "Works on " + job.spec().source().getClass().getSimpleName();
    };
  }

  private static long seconds(Unit unit) {
    return switch (unit) {
      case Route<?, ?> _, Channel _ -> Door.HTTP_TIMEOUT.toSeconds();
      case NodeUnit<?> node -> node.spec().timeout().toSeconds();
      case Job<?, ?> job -> job.spec().timeout().toSeconds();
    };
  }

  private Map<String, String> environment(Unit unit) {
    Map<String, String> variables = new HashMap<>();
    variables.put("HEDDLE_UNIT", unit.name());
    variables.put("HEDDLE_PUBLIC_URL", deployment.publicUrl());
    variables.put("HEDDLE_FUNCTION_PREFIX", deployment.prefix());
    variables.put("HEDDLE_MODEL_URL", deployment.modelUrl());
    variables.put("HEDDLE_MODEL_KEY_SECRET", deployment.modelKeySecret());
    variables.put("HEDDLE_TABLE", foundation.documents.getTableName());
    variables.put("HEDDLE_USAGE_TABLE", foundation.usage.getTableName());
    variables.put("HEDDLE_INTAKE_QUEUE_URL", foundation.queue(Access.Queue.INTAKE).getQueueUrl());
    variables.put("HEDDLE_INTAKE_QUEUE_ARN", foundation.queue(Access.Queue.INTAKE).getQueueArn());
    variables.put("HEDDLE_WORKFLOW_ROLE_ARN", foundation.workflowRole.getRoleArn());
    variables.put("HEDDLE_WORKFLOW_LOG_GROUP_ARN", logGroupArn());
    variables.put("HEDDLE_SCHEDULE_GROUP", deployment.name());
    variables.put("HEDDLE_SCHEDULE_ROLE_ARN", foundation.scheduleRole.getRoleArn());
    variables.put("HEDDLE_LIVE_PUSH_URL", foundation.liveStage.getCallbackUrl());
    variables.put("POWERTOOLS_SERVICE_NAME", deployment.name());
    variables.put("JAVA_TOOL_OPTIONS", LambdaSettings.JAVA_OPTIONS);
    return variables;
  }

  /** CloudFormation's attribute ends in {@code :*}; the code adds that itself. */
  private String logGroupArn() {
    return formatArn(
        software.amazon.awscdk.ArnComponents.builder()
            .service("logs")
            .resource("log-group")
            .resourceName("/aws/vendedlogs/states/" + deployment.name())
            .arnFormat(software.amazon.awscdk.ArnFormat.COLON_RESOURCE_NAME)
            .build());
  }

  private void attach(Unit unit, Alias alias) {
    switch (unit) {
      case Route<?, ?> route -> gateway.add(route, alias);
      case Channel channel -> gateway.add(channel, alias);
      case Job<?, ?> job -> attach(job, alias);
      case NodeUnit<?> _ -> {}
    }
  }

  private void attach(Job<?, ?> job, Alias alias) {
    switch (job.spec().source()) {
      case Job.Source.FromQueue source ->
          alias.addEventSource(
              SqsEventSource.Builder.create(foundation.queue(source.queue()))
                  .batchSize(source.batch())
                  .reportBatchItemFailures(true)
                  .build());
      case Job.Source.FromExecutionLog() ->
          SubscriptionFilter.Builder.create(this, job.name() + "Subscription")
              .logGroup(foundation.workflowLogs)
              .destination(new LambdaDestination(alias))
              .filterPattern(FilterPattern.allEvents())
              .build();
      case Job.Source.FromAuthorizer() -> gateway.admitAuthorizer(alias);
      case Job.Source.FromWebSocket() -> gateway.addLive(alias);
      case Job.Source.FromMachine(String _) -> {}
    }
  }
}
