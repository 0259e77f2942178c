package dev.heddle.localstack.aws.stepfunctions.story;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.SfnException;
import software.amazon.awssdk.services.sfn.model.StartSyncExecutionResponse;
import software.amazon.awssdk.services.sfn.model.StateMachineType;
import tools.jackson.databind.JsonNode;

/** Plays stories through the SDK's client on whatever answers it. */
final class EndpointPlay implements TokenDesk {
  private static final String ROLE = "arn:aws:iam::000000000000:role/story";
  private static final int PATIENCE = 6_000;
  private final SfnClient client;
  private final Passing passing;
  private int created;

  /** Lets a glance's worth of time pass, while a run goes on. */
  @FunctionalInterface
  interface Passing {
    void glance(int count) throws InterruptedException;
  }

  EndpointPlay(SfnClient client, Passing passing) {
    this.client = client;
    this.passing = passing;
  }

  String create(String name, String definition, boolean express) {
    return client
        .createStateMachine(
            m ->
                m.name(name)
                    .definition(definition)
                    .roleArn(ROLE)
                    .type(express ? StateMachineType.EXPRESS : StateMachineType.STANDARD))
        .stateMachineArn();
  }

  /** The other machines of a story may be named like those of the story before. */
  void createAgain(String name, String definition) {
    String arn =
        create(
            name + "-" + created++,
            "{\"StartAt\":\"A\",\"States\":{\"A\":{\"Type\":\"Succeed\"}}}",
            false);
    client.deleteStateMachine(d -> d.stateMachineArn(arn));
    String named = arn.substring(0, arn.lastIndexOf(':') + 1) + name;
    try {
      client.updateStateMachine(u -> u.stateMachineArn(named).definition(definition));
    } catch (SfnException missing) {
      create(name, definition, false);
    }
  }

  StoryEnd sync(String machine, String input) {
    StartSyncExecutionResponse end =
        client.startSyncExecution(s -> s.stateMachineArn(machine).input(input));
    return new StoryEnd(
        end.statusAsString(), end.output(), end.error(), end.cause(), List.of(), null);
  }

  String start(String machine, String input) {
    return client
        .startExecution(s -> s.stateMachineArn(machine).name("run").input(input))
        .executionArn();
  }

  void stop(String execution, JsonNode stop) {
    client.stopExecution(
        s ->
            s.executionArn(execution)
                .error(stop.path("error").asString(null))
                .cause(stop.path("cause").asString(null)));
  }

  void redrive(String execution) {
    client.redriveExecution(r -> r.executionArn(execution));
  }

  StoryEnd end(String execution) throws InterruptedException {
    for (int i = 0; i < PATIENCE; i++) {
      DescribeExecutionResponse shown = client.describeExecution(d -> d.executionArn(execution));
      if (shown.status() != ExecutionStatus.RUNNING) {
        return new StoryEnd(
            shown.statusAsString(),
            shown.output(),
            shown.error(),
            shown.cause(),
            history(execution),
            null);
      }
      passing.glance(i);
    }
    throw new AssertionError("The execution did not end: " + execution);
  }

  private List<StoryEnd.Happened> history(String execution) {
    List<StoryEnd.Happened> events = new ArrayList<>();
    client
        .getExecutionHistoryPaginator(
            h -> h.executionArn(execution).includeExecutionData(true).maxResults(100))
        .events()
        .forEach(event -> events.add(SdkEvents.happened(event)));
    return events;
  }

  /** A worker takes one task of an activity and brings it back. */
  void work(String activity, JsonNode script) {
    var task = client.getActivityTask(t -> t.activityArn(activity).workerName("w"));
    if (task.taskToken() != null) {
      end(task.taskToken(), script);
    }
  }

  String activity(String name) {
    return client.createActivity(a -> a.name(name)).activityArn();
  }

  @Override
  public void success(String token, String output) {
    quietly(() -> client.sendTaskSuccess(s -> s.taskToken(token).output(output)));
  }

  @Override
  public void failure(String token, JsonNode error, JsonNode cause) {
    quietly(
        () ->
            client.sendTaskFailure(
                f -> f.taskToken(token).error(error.asString(null)).cause(text(cause))));
  }

  private static @Nullable String text(JsonNode cause) {
    return cause.isString() ? cause.stringValue() : null;
  }

  @Override
  public void heartbeat(String token) {
    quietly(() -> client.sendTaskHeartbeat(h -> h.taskToken(token)));
  }

  /** A word that comes too late is refused, which is what some stories are about. */
  private static void quietly(Runnable word) {
    try {
      word.run();
    } catch (SfnException refused) {
      // The story says what must become of the run.
    }
  }
}
