package dev.heddle.functions.aws.cloud;

import dev.heddle.functions.aws.entity.Tables;
import dev.heddle.functions.spec.port.Settings;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a deployment's own resources are: settings that only {@link Cloud} knows.
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
public record CloudSettings(
    Settings settings,
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
  public static CloudSettings of(Map<String, String> environment) {
    return new CloudSettings(
        units(environment),
        environment.getOrDefault("HEDDLE_TABLE", Tables.DOCUMENTS.name()),
        environment.getOrDefault("HEDDLE_USAGE_TABLE", Tables.USAGE.name()),
        text(environment, "INTAKE_QUEUE_URL"),
        text(environment, "LIVE_PUSH_URL"),
        text(environment, "WORKFLOW_ROLE_ARN"),
        text(environment, "WORKFLOW_LOG_GROUP_ARN"),
        text(environment, "SCHEDULE_GROUP"),
        text(environment, "INTAKE_QUEUE_ARN"),
        text(environment, "SCHEDULE_ROLE_ARN"));
  }

  private static Settings units(Map<String, String> environment) {
    return new Settings(
        text(environment, "PUBLIC_URL"),
        text(environment, "FUNCTION_PREFIX"),
        text(environment, "MODEL_URL"),
        text(environment, "MODEL_KEY_SECRET"),
        text(environment, "PRIVATE_URL"),
        MachineHome.arns(text(environment, "WORKFLOW_LOG_GROUP_ARN")),
        demo(environment));
  }

  private static Settings.@Nullable Demo demo(Map<String, String> environment) {
    String email = text(environment, "DEMO_EMAIL");
    return email.isEmpty() ? null : new Settings.Demo(email, text(environment, "DEMO_PASSWORD"));
  }

  private static String text(Map<String, String> environment, String name) {
    return environment.getOrDefault("HEDDLE_" + name, "");
  }

  /** For units that build or run machines; others need not be told the log group. */
  MachineHome machines() {
    return new MachineHome(settings.functionPrefix(), workflowRoleArn, workflowLogGroupArn);
  }

  ClockHome clock() {
    return new ClockHome(scheduleGroup, intakeQueueArn, scheduleRoleArn);
  }
}
