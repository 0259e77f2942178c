package dev.heddle.infracdk;

import dev.heddle.functions.aws.entity.TableSpecs;
import dev.heddle.functions.aws.table.TableIndex;
import dev.heddle.functions.aws.table.TableItem;
import dev.heddle.functions.aws.table.TableKey;
import dev.heddle.functions.aws.table.TableSpec;
import dev.heddle.functions.catalog.Catalog;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Job;
import dev.heddle.statemachines.compiler.platform.PlatformMachine;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import software.amazon.awscdk.Arn;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.apigatewayv2.WebSocketApi;
import software.amazon.awscdk.services.apigatewayv2.WebSocketStage;
import software.amazon.awscdk.services.dynamodb.Attribute;
import software.amazon.awscdk.services.dynamodb.AttributeType;
import software.amazon.awscdk.services.dynamodb.BillingMode;
import software.amazon.awscdk.services.dynamodb.GlobalSecondaryIndexProps;
import software.amazon.awscdk.services.dynamodb.PointInTimeRecoverySpecification;
import software.amazon.awscdk.services.dynamodb.ProjectionType;
import software.amazon.awscdk.services.dynamodb.StreamViewType;
import software.amazon.awscdk.services.dynamodb.Table;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.amazon.awscdk.services.scheduler.ScheduleGroup;
import software.amazon.awscdk.services.sqs.DeadLetterQueue;
import software.amazon.awscdk.services.sqs.Queue;
import software.constructs.Construct;

/** What holds state or is named by others: tables, queues, logs, the roles of workflows. */
final class FoundationStack extends Stack {
  /** A function reads a batch well within a sixth of this, as Lambda advises. */
  private static final Duration VISIBILITY = Duration.minutes(3);

  final Table documents;
  final Table usage;
  final Map<Access.Queue, Queue> queues = new EnumMap<>(Access.Queue.class);
  final LogGroup workflowLogs;
  final Role workflowRole;
  final Role scheduleRole;
  final ScheduleGroup schedules;
  final WebSocketApi live;
  final WebSocketStage liveStage;
  final List<PlatformMachine> machines;

  FoundationStack(Construct scope, DeploymentConfig deployment, Catalog catalog) {
    super(scope, deployment.name() + "-foundation");
    machines = catalog.machines();
    documents = table(TableSpecs.DOCUMENTS);
    usage = table(TableSpecs.USAGE);
    catalog.jobs().forEach(this::queue);
    workflowLogs = workflowLogs(deployment);
    workflowRole = workflowRole(deployment);
    scheduleRole = scheduleRole();
    schedules =
        ScheduleGroup.Builder.create(this, "Schedules")
            .scheduleGroupName(deployment.name())
            .removalPolicy(RemovalPolicy.DESTROY)
            .build();
    live = WebSocketApi.Builder.create(this, "Live").apiName(deployment.name() + "-live").build();
    liveStage =
        WebSocketStage.Builder.create(this, "LiveStage")
            .webSocketApi(live)
            .stageName("live")
            .autoDeploy(true)
            .build();
    AcceptedNagFindings.acceptFoundation(this);
  }

  private Table table(TableSpec definition) {
    Table table =
        Table.Builder.create(this, definition.name())
            .partitionKey(text(TableKey.PARTITION))
            .sortKey(text(TableKey.SORT))
            .billingMode(BillingMode.PAY_PER_REQUEST)
            .timeToLiveAttribute(TableItem.TTL)
            .stream(StreamViewType.NEW_AND_OLD_IMAGES)
            .pointInTimeRecoverySpecification(
                PointInTimeRecoverySpecification.builder().pointInTimeRecoveryEnabled(true).build())
            .deletionProtection(true)
            .removalPolicy(RemovalPolicy.RETAIN)
            .build();
    definition.indexes().forEach(index -> addIndex(table, index));
    return table;
  }

  private static void addIndex(Table table, TableSpec.Projection projection) {
    TableIndex index = projection.index();
    table.addGlobalSecondaryIndex(
        GlobalSecondaryIndexProps.builder()
            .indexName(index.name())
            .partitionKey(text(index.hash()))
            .sortKey(text(index.range()))
            .projectionType(ProjectionType.INCLUDE)
            .nonKeyAttributes(projection.attributes())
            .build());
  }

  private static Attribute text(String name) {
    return Attribute.builder().name(name).type(AttributeType.STRING).build();
  }

  private void queue(Job<?, ?> job) {
    if (job.spec().source() instanceof Job.Source.FromQueue source) {
      String name = source.queue().name();
      Queue dead =
          Queue.Builder.create(this, name + "DeadLetters")
              .retentionPeriod(Duration.days(14))
              .enforceSsl(true)
              .build();
      Queue queue =
          Queue.Builder.create(this, name)
              .visibilityTimeout(VISIBILITY)
              .retentionPeriod(Duration.days(4))
              .enforceSsl(true)
              .deadLetterQueue(
                  DeadLetterQueue.builder().queue(dead).maxReceiveCount(source.tries()).build())
              .build();
      queues.put(source.queue(), queue);
    }
  }

  private LogGroup workflowLogs(DeploymentConfig deployment) {
    return LogGroup.Builder.create(this, "WorkflowLogs")
        .logGroupName("/aws/vendedlogs/states/" + deployment.name())
        .retention(RetentionDays.ONE_MONTH)
        .removalPolicy(RemovalPolicy.DESTROY)
        .build();
  }

  /**
   * What a running workflow may do: call node functions, run other workflows and the platform's own
   * machines, and write its log.
   */
  private Role workflowRole(DeploymentConfig deployment) {
    Role role =
        Role.Builder.create(this, "WorkflowRole")
            .assumedBy(new ServicePrincipal("states.amazonaws.com"))
            .build();
    String nodes = nodeFunctions(deployment);
    role.addToPolicy(
        PolicyStatements.allow(
            List.of("lambda:InvokeFunction"), List.of(nodes, nodes + ":live", nodes + "-*")));
    var children = new ChildExecutionGrants(this, deployment);
    children.of(ChildExecutionGrants.OF_TENANTS).forEach(role::addToPolicy);
    machines.forEach(machine -> children.of(machine.name()).forEach(role::addToPolicy));
    role.addToPolicy(
        PolicyStatements.allow(
            List.of(
                "logs:CreateLogDelivery",
                "logs:GetLogDelivery",
                "logs:UpdateLogDelivery",
                "logs:DeleteLogDelivery",
                "logs:ListLogDeliveries",
                "logs:PutResourcePolicy",
                "logs:DescribeResourcePolicies",
                "logs:DescribeLogGroups"),
            List.of("*")));
    return role;
  }

  private String nodeFunctions(DeploymentConfig deployment) {
    return Arn.format(
        ArnComponents.builder()
            .service("lambda")
            .resource("function")
            .resourceName(deployment.prefix() + "*Node")
            .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
            .build(),
        this);
  }

  private Role scheduleRole() {
    Role role =
        Role.Builder.create(this, "ScheduleRole")
            .assumedBy(new ServicePrincipal("scheduler.amazonaws.com"))
            .build();
    PolicyStatement send =
        PolicyStatements.allow(
            List.of("sqs:SendMessage"), List.of(queue(Access.Queue.INTAKE).getQueueArn()));
    role.addToPolicy(send);
    return role;
  }

  /** A queue; every queue has a job that drains it. */
  Queue queue(Access.Queue queue) {
    Queue found = queues.get(queue);
    if (found == null) {
      throw new IllegalStateException("No job drains the queue " + queue);
    }
    return found;
  }
}
