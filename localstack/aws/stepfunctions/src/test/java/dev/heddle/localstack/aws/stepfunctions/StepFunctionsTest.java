package dev.heddle.localstack.aws.stepfunctions;

import static dev.heddle.localstack.aws.stepfunctions.Asl.invoke;
import static dev.heddle.localstack.aws.stepfunctions.Asl.json;
import static dev.heddle.localstack.aws.stepfunctions.Asl.machine;
import static dev.heddle.localstack.aws.stepfunctions.Asl.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.port.ExecutionLog;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionAlreadyExistsException;
import software.amazon.awssdk.services.sfn.model.ExecutionDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;
import software.amazon.awssdk.services.sfn.model.HistoryEvent;
import software.amazon.awssdk.services.sfn.model.InvalidDefinitionException;
import software.amazon.awssdk.services.sfn.model.InvalidTokenException;
import software.amazon.awssdk.services.sfn.model.StateMachineDoesNotExistException;
import software.amazon.awssdk.services.sfn.model.StateMachineType;
import software.amazon.awssdk.services.sfn.model.SyncExecutionStatus;
import software.amazon.awssdk.services.sfn.model.Tag;
import software.amazon.awssdk.services.sfn.model.TaskTimedOutException;

/** The protocol, by the real client over HTTP. */
class StepFunctionsTest {
  private static final String ROLE = "arn:aws:iam::000000000000:role/r";

  @TempDir Path folder;
  private final FakeFunctions functions = new FakeFunctions();
  private final List<ExecutionLog.Entry> log = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> tokens = new LinkedBlockingQueue<>();
  private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
  private EngineHttpServer door;
  private SfnClient client;

  @BeforeEach
  void open() {
    functions.on(
        "worker",
        payload -> {
          tokens.add(payload.get("token").stringValue());
          return Json.nothing();
        });
    InstantSource clock = () -> Instant.now().plus(ahead.get());
    door = new EngineHttpServer(new StepFunctions(folder, clock, functions.ports(log::addAll)));
    client = door.client;
  }

  @AfterEach
  void close() {
    door.close();
  }

  private String create(String name, String definition) {
    return client
        .createStateMachine(b -> b.name(name).definition(definition).roleArn(ROLE))
        .stateMachineArn();
  }

  private String createExpress(String name, String definition) {
    return client
        .createStateMachine(
            b -> b.name(name).definition(definition).roleArn(ROLE).type(StateMachineType.EXPRESS))
        .stateMachineArn();
  }

  private String start(String machine, String input) {
    return client.startExecution(b -> b.stateMachineArn(machine).input(json(input))).executionArn();
  }

  private DescribeExecutionResponse end(String execution) throws InterruptedException {
    for (int i = 0; i < 2_000; i++) {
      var shown = client.describeExecution(b -> b.executionArn(execution));
      if (shown.status() != ExecutionStatus.RUNNING) {
        return shown;
      }
      Thread.sleep(5);
    }
    throw new AssertionError("The execution did not end: " + execution);
  }

  @Test
  void runsAMachine() throws InterruptedException {
    String arn = create("m", only("{'Type':'Pass','Output':'{% $states.input.a %}','End':true}"));
    var end = end(start(arn, "{'a':[1,2]}"));
    assertThat(end.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(end.output()).isEqualTo("[1,2]");
    assertThat(end.stateMachineArn()).isEqualTo(arn);
    assertThat(end.startDate()).isBeforeOrEqualTo(end.stopDate());
  }

  @Test
  void refusesBrokenDefinitions() {
    assertThatThrownBy(() -> create("m", json("{'StartAt':'A'}")))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("These fields are required: [States] at /");
    assertThatThrownBy(
            () -> create("m", only("{'Type':'Pass','Output':'{% 1 ?? 2 %}','End':true}")))
        .isInstanceOf(InvalidDefinitionException.class)
        .hasMessageContaining("/States/A/Output");
    var validated =
        client.validateStateMachineDefinition(
            b -> b.definition(only("{'Type':'Pass','Next':'B'}")));
    assertThat(validated.diagnostics()).hasSize(1);
    assertThat(validated.diagnostics().getFirst().code()).isEqualTo("MISSING_TRANSITION_TARGET");
  }

  @Test
  void startsOnceByName() throws InterruptedException {
    String arn = create("m", only("{'Type':'Wait','Seconds':3600,'End':true}"));
    var first = client.startExecution(b -> b.stateMachineArn(arn).name("n").input("{}"));
    var again = client.startExecution(b -> b.stateMachineArn(arn).name("n").input("{ }"));
    assertThat(again.executionArn()).isEqualTo(first.executionArn());
    assertThat(again.startDate()).isEqualTo(first.startDate());
    assertThatThrownBy(
            () -> client.startExecution(b -> b.stateMachineArn(arn).name("n").input("[]")))
        .isInstanceOf(ExecutionAlreadyExistsException.class);
    ahead.set(Duration.ofSeconds(3601));
    assertThat(end(first.executionArn()).status()).isEqualTo(ExecutionStatus.SUCCEEDED);
  }

  @Test
  void showsTheHistoryFromBothEnds() throws InterruptedException {
    String arn =
        create(
            "m",
            machine("'A':{'Type':'Pass','Next':'B'},'B':" + invoke("echo", "1", "'End':true")));
    String execution = start(arn, "{}");
    end(execution);
    List<HistoryEvent> events =
        client.getExecutionHistoryPaginator(b -> b.executionArn(execution).maxResults(2)).stream()
            .flatMap(page -> page.events().stream())
            .toList();
    assertThat(events.stream().map(HistoryEvent::typeAsString))
        .containsExactly(
            "ExecutionStarted",
            "PassStateEntered",
            "PassStateExited",
            "TaskStateEntered",
            "TaskScheduled",
            "TaskStarted",
            "TaskSucceeded",
            "TaskStateExited",
            "ExecutionSucceeded");
    assertThat(events.get(4).taskScheduledEventDetails().parameters())
        .isEqualTo(json("{'FunctionName':'echo','Payload':1}"));
    assertThat(events.get(3).stateEnteredEventDetails().name()).isEqualTo("B");
    var reversed =
        client.getExecutionHistory(b -> b.executionArn(execution).reverseOrder(true).maxResults(3));
    assertThat(reversed.events().stream().map(HistoryEvent::id)).containsExactly(9L, 8L, 7L);
  }

  @Test
  void expressAnswersAtOnce() {
    String arn =
        createExpress("x", only("{'Type':'Pass','Output':'{% $states.input %}','End':true}"));
    var end = client.startSyncExecution(b -> b.stateMachineArn(arn).input("{\"a\":1}"));
    assertThat(end.status()).isEqualTo(SyncExecutionStatus.SUCCEEDED);
    assertThat(end.output()).isEqualTo("{\"a\":1}");
    String failing = createExpress("y", only("{'Type':'Fail','Error':'E','Cause':'C'}"));
    var failed = client.startSyncExecution(b -> b.stateMachineArn(failing));
    assertThat(failed.status()).isEqualTo(SyncExecutionStatus.FAILED);
    assertThat(failed.error()).isEqualTo("E");
    assertThat(failed.cause()).isEqualTo("C");
  }

  private String callback(String more) {
    return create(
        "cb",
        only(
            "{'Type':'Task','Resource':'arn:aws:states:::lambda:invoke.waitForTaskToken',"
                + "'Arguments':{'FunctionName':'worker','Payload':{'token':"
                + "'{% $states.context.Task.Token %}'}},"
                + more
                + "'Output':'{% $states.result %}','End':true}"));
  }

  private String token() throws InterruptedException {
    String token = tokens.poll(10, TimeUnit.SECONDS);
    assertThat(token).isNotNull();
    return token;
  }

  @Test
  void tokensEndTheirTask() throws InterruptedException {
    String machine = callback("");
    String execution = start(machine, "{}");
    String token = token();
    client.sendTaskHeartbeat(b -> b.taskToken(token));
    client.sendTaskSuccess(b -> b.taskToken(token).output("{\"ok\":true}"));
    assertThat(end(execution).output()).isEqualTo("{\"ok\":true}");
    assertThatThrownBy(() -> client.sendTaskSuccess(b -> b.taskToken(token).output("1")))
        .isInstanceOf(TaskTimedOutException.class);
    assertThatThrownBy(() -> client.sendTaskHeartbeat(b -> b.taskToken("nonsense")))
        .isInstanceOf(InvalidTokenException.class);
    String second = start(machine, "{}");
    String other = token();
    client.sendTaskFailure(b -> b.taskToken(other).error("E").cause("C"));
    assertThat(end(second).error()).isEqualTo("E");
  }

  @Test
  void silentWorkersTimeOut() throws InterruptedException {
    String execution = start(callback("'HeartbeatSeconds':30,'TimeoutSeconds':600,"), "{}");
    String token = token();
    ahead.set(Duration.ofSeconds(20));
    client.sendTaskHeartbeat(b -> b.taskToken(token));
    ahead.set(Duration.ofSeconds(45));
    Thread.sleep(30);
    assertThat(client.describeExecution(b -> b.executionArn(execution)).status())
        .isEqualTo(ExecutionStatus.RUNNING);
    ahead.set(Duration.ofSeconds(80));
    assertThat(end(execution).error()).isEqualTo("States.Timeout");
  }

  @Test
  void stopsAnExecution() throws InterruptedException {
    String execution = start(create("m", only("{'Type':'Wait','Seconds':99,'End':true}")), "{}");
    client.stopExecution(b -> b.executionArn(execution).error("E").cause("C"));
    var end = end(execution);
    assertThat(end.status()).isEqualTo(ExecutionStatus.ABORTED);
    assertThat(end.cause()).isEqualTo("C");
  }

  @Test
  void versionsAndAliasesRoute() throws InterruptedException {
    String arn = create("m", only("{'Type':'Pass','Output':1,'End':true}"));
    String one =
        client.publishStateMachineVersion(b -> b.stateMachineArn(arn)).stateMachineVersionArn();
    var updated =
        client.updateStateMachine(
            b ->
                b.stateMachineArn(arn)
                    .definition(only("{'Type':'Pass','Output':2,'End':true}"))
                    .publish(true));
    String two = updated.stateMachineVersionArn();
    assertThat(one).isEqualTo(arn + ":1");
    assertThat(two).isEqualTo(arn + ":2");
    String alias =
        client
            .createStateMachineAlias(
                b ->
                    b.name("live")
                        .routingConfiguration(r -> r.stateMachineVersionArn(one).weight(100)))
            .stateMachineAliasArn();
    assertThat(end(start(alias, "{}")).output()).isEqualTo("1");
    client.updateStateMachineAlias(
        b ->
            b.stateMachineAliasArn(alias)
                .routingConfiguration(r -> r.stateMachineVersionArn(two).weight(100)));
    var routed = end(start(alias, "{}"));
    assertThat(routed.output()).isEqualTo("2");
    assertThat(routed.stateMachineAliasArn()).isEqualTo(alias);
    assertThat(routed.stateMachineVersionArn()).isEqualTo(two);
    assertThat(end(start(one, "{}")).output()).isEqualTo("1");
    assertThat(client.listStateMachineVersions(b -> b.stateMachineArn(arn)).stateMachineVersions())
        .extracting(v -> v.stateMachineVersionArn())
        .containsExactly(two, one);
    client.deleteStateMachineAlias(b -> b.stateMachineAliasArn(alias));
    client.deleteStateMachineVersion(b -> b.stateMachineVersionArn(one));
    assertThatThrownBy(() -> start(one, "{}"))
        .isInstanceOf(StateMachineDoesNotExistException.class);
  }

  @Test
  void listsWhatThereIs() throws InterruptedException {
    String arn = create("m", only("{'Type':'Pass','End':true}"));
    for (int i = 0; i < 5; i++) {
      end(start(arn, "{}"));
    }
    var all = client.listExecutionsPaginator(b -> b.stateMachineArn(arn).maxResults(2));
    assertThat(all.executions()).hasSize(5);
    assertThat(
            client.listExecutions(b -> b.stateMachineArn(arn).statusFilter("RUNNING")).executions())
        .isEmpty();
    client.tagResource(b -> b.resourceArn(arn).tags(Tag.builder().key("k").value("v").build()));
    assertThat(client.listTagsForResource(b -> b.resourceArn(arn)).tags()).hasSize(1);
    assertThat(client.listStateMachines().stateMachines()).hasSize(1);
    var shown = client.describeStateMachine(b -> b.stateMachineArn(arn));
    assertThat(shown.definition()).contains("StartAt");
    client.deleteStateMachine(b -> b.stateMachineArn(arn));
    assertThatThrownBy(() -> start(arn, "{}"))
        .isInstanceOf(StateMachineDoesNotExistException.class);
    assertThatThrownBy(() -> end(arn.replace("stateMachine", "execution") + ":none"))
        .isInstanceOf(ExecutionDoesNotExistException.class);
  }

  @Test
  void logsEveryEventOfBothKinds() throws InterruptedException {
    end(start(create("m", only("{'Type':'Pass','End':true}")), "{}"));
    String express = createExpress("x", only("{'Type':'Pass','End':true}"));
    client.startSyncExecution(b -> b.stateMachineArn(express).input("{}"));
    for (int i = 0; i < 1_000 && log.size() < 8; i++) {
      Thread.sleep(5);
    }
    assertThat(log.stream().map(e -> e.id() + e.type()))
        .containsExactlyInAnyOrder(
            "1ExecutionStarted",
            "2PassStateEntered",
            "3PassStateExited",
            "4ExecutionSucceeded",
            "1ExecutionStarted",
            "2PassStateEntered",
            "3PassStateExited",
            "4ExecutionSucceeded");
    assertThat(log.get(1).details().get("input").stringValue()).isEqualTo("{}");
  }
}
