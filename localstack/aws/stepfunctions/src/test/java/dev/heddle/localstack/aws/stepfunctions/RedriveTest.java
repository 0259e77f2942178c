package dev.heddle.localstack.aws.stepfunctions;

import static dev.heddle.localstack.aws.stepfunctions.Asl.invoke;
import static dev.heddle.localstack.aws.stepfunctions.Asl.machine;
import static dev.heddle.localstack.aws.stepfunctions.Asl.only;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.DescribeExecutionResponse;
import software.amazon.awssdk.services.sfn.model.ExecutionNotRedrivableException;
import software.amazon.awssdk.services.sfn.model.ExecutionRedriveStatus;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** A failed run is taken up where it stood; what ended well is not done again. */
class RedriveTest {
  @TempDir Path folder;
  private final Set<String> broken = ConcurrentHashMap.newKeySet();
  private final FakeFunctions functions = new FakeFunctions();
  private EngineHttpServer door;
  private SfnClient client;

  @BeforeEach
  void open() {
    functions.raw(
        "step",
        payload ->
            CompletableFuture.completedFuture(
                broken.contains(payload.asString(""))
                    ? FakeFunctions.error("Broken", "not yet")
                    : FakeFunctions.reply(payload)));
    reopen();
  }

  private void reopen() {
    door =
        new EngineHttpServer(new StepFunctions(folder, InstantSource.system(), functions.ports()));
    client = door.client;
  }

  @AfterEach
  void close() {
    door.close();
  }

  private String start(String definition) {
    String machine =
        client
            .createStateMachine(
                b -> b.name("m").definition(definition).roleArn("arn:aws:iam::000000000000:role/r"))
            .stateMachineArn();
    return client.startExecution(b -> b.stateMachineArn(machine).input("{}")).executionArn();
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

  private Map<String, Long> calls() {
    return functions.calls.stream().collect(Collectors.groupingBy(c -> c, Collectors.counting()));
  }

  private static String step(String name, String rest) {
    return "'" + name + "':" + invoke("step", "'" + name + "'", rest);
  }

  @Test
  void onlyWhatFailedIsDoneAgain() throws InterruptedException {
    broken.add("C");
    broken.add("2");
    String map =
        "'M':{'Type':'Map','Items':[1,2,3],'MaxConcurrency':1,'ItemProcessor':{'StartAt':'I',"
            + "'States':{'I':"
            + invoke("step", "'{% $string($states.input) %}'", "'End':true")
            + "}},'End':true}";
    String execution =
        start(
            machine(
                step("A", "'Assign':{'x':7},'Next':'P'")
                    + ",'P':{'Type':'Parallel','Branches':[{'StartAt':'B','States':{"
                    + step("B", "'End':true")
                    + "}},{'StartAt':'C','States':{"
                    + step("C", "'Next':'D'")
                    + ",'D':{'Type':'Pass','Output':'{% $x %}','End':true}}}],'Next':'M'},"
                    + map));
    var failed = end(execution);
    assertThat(failed.error()).isEqualTo("Broken");
    assertThat(failed.redriveStatus()).isEqualTo(ExecutionRedriveStatus.REDRIVABLE);
    broken.remove("C");
    door.close();
    reopen();
    client.redriveExecution(b -> b.executionArn(execution));
    assertThat(end(execution).error()).isEqualTo("Broken");
    broken.clear();
    client.redriveExecution(b -> b.executionArn(execution));
    var end = end(execution);
    assertThat(end.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(end.redriveCount()).isEqualTo(2);
    assertThat(end.output()).isEqualTo("[\"1\",\"2\",\"3\"]");
    assertThat(calls())
        .containsEntry("step \"A\"", 1L)
        .containsEntry("step \"B\"", 1L)
        .containsEntry("step \"C\"", 2L)
        .containsEntry("step \"1\"", 1L)
        .containsEntry("step \"2\"", 2L);
    var types =
        client.getExecutionHistory(b -> b.executionArn(execution).maxResults(1000)).events();
    assertThat(types).extracting(e -> e.typeAsString()).contains("ExecutionRedriven");
    assertThatThrownBy(() -> client.redriveExecution(b -> b.executionArn(execution)))
        .isInstanceOf(ExecutionNotRedrivableException.class);
  }

  @Test
  void failedItemsOfADistributedMapAreRedriven() throws InterruptedException {
    broken.add("2");
    String execution =
        start(
            only(
                "{'Type':'Map','Items':[1,2,3],'ItemProcessor':{'ProcessorConfig':"
                    + "{'Mode':'DISTRIBUTED'},'StartAt':'I','States':{'I':"
                    + invoke("step", "'{% $string($states.input) %}'", "'End':true")
                    + "}},'End':true}"));
    assertThat(end(execution).error()).isEqualTo("States.ExceedToleratedFailureThreshold");
    var runs = client.listMapRuns(b -> b.executionArn(execution)).mapRuns();
    String mapRun = runs.getFirst().mapRunArn();
    Thread.sleep(100);
    broken.clear();
    client.redriveExecution(b -> b.executionArn(execution));
    assertThat(end(execution).output()).isEqualTo("[\"1\",\"2\",\"3\"]");
    assertThat(client.describeMapRun(b -> b.mapRunArn(mapRun)).executionCounts().succeeded())
        .isEqualTo(3);
    assertThat(client.listExecutions(b -> b.mapRunArn(mapRun)).executions()).hasSize(3);
  }
}
