package dev.heddle.localstack.host;

import dev.heddle.functions.aws.cloud.AwsClients;
import dev.heddle.functions.aws.cloud.AwsSettings;
import dev.heddle.functions.aws.entity.TableSpecs;
import dev.heddle.functions.aws.table.TableCreation;
import dev.heddle.functions.aws.table.TableSpec;
import dev.heddle.functions.catalog.Catalog;
import dev.heddle.functions.spec.port.DeploymentSettings;
import dev.heddle.functions.spec.port.DeploymentSettings.Demo;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Job;
import dev.heddle.statemachines.compiler.platform.PlatformMachine;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.scheduler.model.ConflictException;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What the stack is in AWS: the laptop's resources, by the same names, and their settings. */
public final class LocalDeployment {
  static final String PREFIX = "heddle-";
  private static final String ARN = "arn:aws:%s:us-east-1:000000000000:%s";
  private static final String WORKFLOW_ROLE = "arn:aws:iam::000000000000:role/heddle-workflow";
  private static final String SCHEDULES = "heddle";

  /** Long enough for a batch, short enough that a killed laptop's messages come back soon. */
  private static final int VISIBILITY_SECONDS = 30;

  private LocalDeployment() {}

  /** The settings by which drawings are compiled where no laptop runs. */
  public static DeploymentSettings ofDrawings() {
    return offline(Map.of()).settings();
  }

  /** The same for runs, with what the environment says of the chat model. */
  public static AwsSettings offline(Map<String, String> environment) {
    Map<String, String> variables = environment("", Laptop.DEMO);
    variables.put("HEDDLE_PRIVATE_URL", "");
    for (String name : List.of("HEDDLE_MODEL_URL", "HEDDLE_MODEL_KEY_SECRET")) {
      variables.put(name, environment.getOrDefault(name, ""));
    }
    return AwsSettings.of(variables);
  }

  /** The settings of a laptop whose gateway answers at this address. */
  static AwsSettings settings(String publicUrl, Demo demo) {
    return AwsSettings.of(environment(publicUrl, demo));
  }

  private static Map<String, String> environment(String publicUrl, Demo demo) {
    Map<String, String> variables = new HashMap<>();
    variables.put("HEDDLE_PUBLIC_URL", publicUrl);
    variables.put("HEDDLE_FUNCTION_PREFIX", PREFIX);
    variables.put("HEDDLE_MODEL_URL", publicUrl + LocalPaths.DEMO_MODEL);
    variables.put("HEDDLE_PRIVATE_URL", publicUrl + LocalPaths.ECHO);
    variables.put("HEDDLE_INTAKE_QUEUE_URL", queueUrl(Access.Queue.INTAKE));
    variables.put("HEDDLE_INTAKE_QUEUE_ARN", queueArn(Access.Queue.INTAKE));
    variables.put("HEDDLE_WORKFLOW_ROLE_ARN", WORKFLOW_ROLE);
    variables.put(
        "HEDDLE_WORKFLOW_LOG_GROUP_ARN",
        ARN.formatted("logs", "log-group:/aws/vendedlogs/states/heddle"));
    variables.put("HEDDLE_SCHEDULE_GROUP", SCHEDULES);
    variables.put("HEDDLE_SCHEDULE_ROLE_ARN", "arn:aws:iam::000000000000:role/heddle-schedule");
    variables.put("HEDDLE_LIVE_PUSH_URL", "https://live.execute-api.us-east-1.amazonaws.com/live");
    variables.put("HEDDLE_DEMO_EMAIL", demo.email());
    variables.put("HEDDLE_DEMO_PASSWORD", demo.password());
    return variables;
  }

  /** Creates what is not there yet. */
  static void create(AwsClients clients, Catalog catalog) {
    for (TableSpec table : TableSpecs.ALL) {
      TableCreation.createMissing(clients.dynamoDb.get(), table, table.name());
    }
    for (Job<?, ?> job : catalog.jobs()) {
      if (job.spec().source() instanceof Job.Source.FromQueue source) {
        create(clients, source);
      }
    }
    catalog.machines().forEach(machine -> make(clients.stepFunctions.get(), machine));
    try {
      clients.scheduler.get().createScheduleGroup(group -> group.name(SCHEDULES));
    } catch (ConflictException e) {
      // It is there already, made by an earlier start.
    }
  }

  /** As this build has it: what an earlier start made is changed. */
  private static void make(SfnClient client, PlatformMachine machine) {
    String name = PREFIX + machine.name();
    String definition = machine.definition(unit -> PREFIX + unit + ":live").toString();
    try {
      client.updateStateMachine(
          r ->
              r.stateMachineArn(ARN.formatted("states", "stateMachine:" + name))
                  .definition(definition));
    } catch (StateMachineDoesNotExistException e) {
      client.createStateMachine(r -> r.name(name).definition(definition).roleArn(WORKFLOW_ROLE));
    }
  }

  private static void create(AwsClients clients, Job.Source.FromQueue source) {
    String dead = queueName(source.queue()) + "-dead-letters";
    clients.sqs.get().createQueue(queue -> queue.queueName(dead));
    String redrive =
        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
            .formatted(ARN.formatted("sqs", dead), source.tries());
    clients
        .sqs
        .get()
        .createQueue(
            queue ->
                queue
                    .queueName(queueName(source.queue()))
                    .attributes(
                        Map.of(
                            QueueAttributeName.VISIBILITY_TIMEOUT,
                            Integer.toString(VISIBILITY_SECONDS),
                            QueueAttributeName.REDRIVE_POLICY,
                            redrive)));
  }

  static String queueName(Access.Queue queue) {
    return PREFIX + queue.name().toLowerCase(Locale.ROOT);
  }

  static String queueUrl(Access.Queue queue) {
    return "https://sqs.us-east-1.amazonaws.com/000000000000/" + queueName(queue);
  }

  static String queueArn(Access.Queue queue) {
    return ARN.formatted("sqs", queueName(queue));
  }
}
