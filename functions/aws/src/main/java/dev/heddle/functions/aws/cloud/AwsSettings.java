package dev.heddle.functions.aws.cloud;

import dev.heddle.functions.aws.entity.TableSpecs;
import dev.heddle.functions.spec.port.DeploymentSettings;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a deployment's own resources are: settings that only {@link AwsDeployment} knows.
 *
 * @param settings what units may know
 * @param table the documents' table
 * @param usageTable the counters' table
 * @param intakeQueueUrl the queue of events that wait to start a run
 * @param livePushUrl the management endpoint of the WebSocket API; empty for the transport's own
 * @param workflowRoleArn what state machines act as
 * @param workflowLogGroupArn the group of their execution log, without {@code :*}
 * @param scheduleGroup the schedule group of all timers
 * @param intakeQueueArn where timers send to: the intake queue
 * @param scheduleRoleArn what timers send as
 */
public record AwsSettings(
    DeploymentSettings settings,
    String table,
    String usageTable,
    String intakeQueueUrl,
    String livePushUrl,
    String workflowRoleArn,
    String workflowLogGroupArn,
    String scheduleGroup,
    String intakeQueueArn,
    String scheduleRoleArn) {

  /**
   * The settings in an environment's {@code HEDDLE_…} variables; what is not set is empty, the
   * tables have their usual names.
   */
  public static AwsSettings of(Map<String, String> environment) {
    return new AwsSettings(
        units(environment),
        environment.getOrDefault("HEDDLE_TABLE", TableSpecs.DOCUMENTS.name()),
        environment.getOrDefault("HEDDLE_USAGE_TABLE", TableSpecs.USAGE.name()),
        text(environment, "INTAKE_QUEUE_URL"),
        text(environment, "LIVE_PUSH_URL"),
        text(environment, "WORKFLOW_ROLE_ARN"),
        text(environment, "WORKFLOW_LOG_GROUP_ARN"),
        text(environment, "SCHEDULE_GROUP"),
        text(environment, "INTAKE_QUEUE_ARN"),
        text(environment, "SCHEDULE_ROLE_ARN"));
  }

  private static DeploymentSettings units(Map<String, String> environment) {
    return new DeploymentSettings(
        text(environment, "PUBLIC_URL"),
        text(environment, "FUNCTION_PREFIX"),
        text(environment, "MODEL_URL"),
        text(environment, "MODEL_KEY_SECRET"),
        text(environment, "PRIVATE_URL"),
        StateMachineSettings.arns(text(environment, "WORKFLOW_LOG_GROUP_ARN")),
        demo(environment));
  }

  private static DeploymentSettings.@Nullable Demo demo(Map<String, String> environment) {
    String email = text(environment, "DEMO_EMAIL");
    return email.isEmpty()
        ? null
        : new DeploymentSettings.Demo(email, text(environment, "DEMO_PASSWORD"));
  }

  private static String text(Map<String, String> environment, String name) {
    return environment.getOrDefault("HEDDLE_" + name, "");
  }

  /** For units that build or run machines; others need not be told the log group. */
  StateMachineSettings machines() {
    return new StateMachineSettings(
        settings.functionPrefix(), workflowRoleArn, workflowLogGroupArn);
  }

  SchedulerSettings clock() {
    return new SchedulerSettings(scheduleGroup, intakeQueueArn, scheduleRoleArn);
  }
}
