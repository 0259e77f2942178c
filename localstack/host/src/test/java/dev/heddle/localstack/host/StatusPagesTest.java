package dev.heddle.localstack.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sfn.model.ExecutionStatus;

/** The pages of state machines below {@code /_local}, after runs that went different ways. */
class StatusPagesTest {
  private static final String ROLE = "arn:aws:iam::000000000000:role/r";
  private static final String FLOW =
      """
      {"QueryLanguage":"JSONata","StartAt":"Look","States":{
       "Look":{"Type":"Choice","Choices":[
         {"Condition":"{% $states.input.ask %}","Next":"Ask"},
         {"Condition":"{% $states.input.bad %}","Next":"Refuse"}],"Default":"Both"},
       "Ask":{"Type":"Task","Resource":"arn:aws:states:us-east-1:000000000000:activity:ask",
         "TimeoutSeconds":86400,"End":true},
       "Refuse":{"Type":"Fail","Error":"No","Cause":"<b>because</b>"},
       "Both":{"Type":"Parallel","Branches":[
         {"StartAt":"Left","States":{"Left":{"Type":"Pass","End":true}}},
         {"StartAt":"Right","States":{"Right":{"Type":"Fail","Error":"Half"}}}],
         "Catch":[{"ErrorEquals":["States.ALL"],"Next":"Mend"}],"End":true},
       "Mend":{"Type":"Pass","Next":"Each"},
       "Each":{"Type":"Map","Items":[1,2],"End":true,"ItemProcessor":{
         "ProcessorConfig":{"Mode":"DISTRIBUTED","ExecutionType":"STANDARD"},
         "StartAt":"Item","States":{"Item":{"Type":"Pass","End":true}}}}}}
      """;

  @TempDir private static Path data;
  private static Laptop laptop;
  private static SfnClient client;
  private static String machine;

  @BeforeAll
  static void start() throws InterruptedException {
    laptop = Laptop.start(new LocalSettings(0, 0, data, false, Path.of("../../web/dist"), false));
    client =
        SfnClient.builder()
            .endpointOverride(URI.create("http://localhost:" + laptop.awsPort()))
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
            .build();
    client.createActivity(a -> a.name("ask"));
    machine =
        client
            .createStateMachine(m -> m.name("flow").definition(FLOW).roleArn(ROLE))
            .stateMachineArn();
    run("asks", "{\"ask\":true,\"bad\":false}");
    run("refuses", "{\"ask\":false,\"bad\":true}");
    run("mends", "{\"ask\":false,\"bad\":false}");
    await("refuses", ExecutionStatus.FAILED);
    await("mends", ExecutionStatus.SUCCEEDED);
  }

  @AfterAll
  static void stop() {
    client.close();
    laptop.close();
  }

  private static void run(String name, String input) {
    client.startExecution(e -> e.stateMachineArn(machine).name(name).input(input));
  }

  private static void await(String name, ExecutionStatus status) throws InterruptedException {
    String arn = machine.replace(":stateMachine:", ":execution:") + ":" + name;
    for (int i = 0; i < 1_000; i++) {
      if (client.describeExecution(e -> e.executionArn(arn)).status() == status) {
        return;
      }
      Thread.sleep(10);
    }
    throw new AssertionError(name + " did not end as " + status);
  }

  private static String page(String path) throws Exception {
    HeddleClient.Answer answer = HeddleClient.anyone(laptop.url()).get(path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    return answer.body();
  }

  @Test
  void machinesAreListedAndDrawn() throws Exception {
    assertThat(page("/_local/machines")).contains("/_local/machines/flow", "STANDARD");
    assertThat(page("/_local/machines/flow"))
        .contains("<svg class=\"chart\"", "aria-label=\"Both, Parallel\"", "any error", "refuses");
  }

  @Test
  void executionsAreFilteredByStatus() throws Exception {
    assertThat(page("/_local/machines/flow?status=FAILED"))
        .contains("/_local/executions/flow/refuses")
        .doesNotContain("/_local/executions/flow/mends");
  }

  @Test
  void aFailedRunShowsWhereAndWhy() throws Exception {
    assertThat(page("/_local/executions/flow/refuses"))
        .contains("aria-label=\"Refuse, Fail · No, failed\"")
        .contains("aria-label=\"Look, Choice, done\"")
        .contains("aria-label=\"Both, Parallel, not entered\"")
        .contains("&lt;b&gt;because")
        .contains("FailStateEntered");
  }

  @Test
  void aCaughtFailureIsSeenOnBothLevels() throws Exception {
    assertThat(page("/_local/executions/flow/mends"))
        .contains("aria-label=\"Both, Parallel, caught\"")
        .contains("aria-label=\"Left, Pass, done\"")
        .contains("aria-label=\"Right, Fail · Half, failed\"")
        .contains("aria-label=\"Mend, Pass, done\"")
        .contains("thread caught taken");
  }

  @Test
  void itemsThatAreRunsOfTheirOwnAreDrawnToo() throws Exception {
    assertThat(page("/_local/executions/flow/mends"))
        .contains("aria-label=\"Item, Pass, done, entered 2 times\"")
        .contains("Items that run as separate executions");
  }

  @Test
  void waitingTasksAreShownWithoutTheirTokens() throws Exception {
    String token = client.getActivityTask(a -> a.activityArn(activity())).taskToken();
    assertThat(page("/_local/waiting"))
        .contains("Ask", "/_local/executions/flow/asks", "a token")
        .doesNotContain(token);
    assertThat(page("/_local/executions/flow/asks"))
        .contains("aria-label=\"Ask, Task · ask, running\"")
        .doesNotContain(token);
  }

  private static String activity() {
    return machine.replace(":stateMachine:flow", ":activity:ask");
  }

  @Test
  void whatIsNotThereIsSaidSo() throws Exception {
    for (var path :
        Map.of(
                "/_local/machines/none", 404,
                "/_local/executions/flow/none", 404,
                "/_local/machines?next=garbage", 400)
            .entrySet()) {
      HeddleClient.Answer answer = HeddleClient.anyone(laptop.url()).get(path.getKey());
      assertThat(answer.status()).as(path.getKey()).isEqualTo(path.getValue());
    }
  }
}
