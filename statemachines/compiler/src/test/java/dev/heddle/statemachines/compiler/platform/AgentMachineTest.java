package dev.heddle.statemachines.compiler.platform;

import static dev.heddle.statemachines.compiler.platform.Script.error;
import static dev.heddle.statemachines.compiler.platform.Script.json;
import static dev.heddle.statemachines.compiler.platform.Script.reply;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.stepfunctions.InMemoryEngine;
import dev.heddle.localstack.aws.stepfunctions.port.LambdaReply;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStatus;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class AgentMachineTest {
  private static final String CONFIG =
      "{'iterations':3,'approvalSeconds':60,'toolSeconds':30,'prompt':'p'}";
  private static final String ANSWER = "{'next':'answer','calls':[],'output':{'answer':'42'}}";

  private static String tools(String... calls) {
    return "{'next':'tools','calls':[" + String.join(",", calls) + "]}";
  }

  private static String call(String id, boolean approve) {
    return "{'id':'" + id + "','tool':'t','approve':" + approve + "}";
  }

  private static JsonNode output(InMemoryEngine.Result result) {
    assertThat(result.status())
        .as(result.error() + " " + result.cause())
        .isEqualTo(ExecutionStatus.SUCCEEDED);
    return json(Objects.requireNonNull(result.output()));
  }

  @Test
  void answersInOneTurn() {
    Script script = new Script().says(ANSWER);

    assertThat(output(script.run(CONFIG))).isEqualTo(json("{'answer':'42'}"));
    JsonNode turn = script.calls("AgentTurn").getFirst();
    assertThat(turn.path("agent"))
        .isEqualTo(
            json("{'tenant':'ten_1','workflow':'wf_1','run':'run_1','node':'agent1','path':''}"));
    assertThat(turn.path("config")).isEqualTo(json(CONFIG));
    assertThat(turn.path("ended")).isEqualTo(json("[]"));
  }

  @Test
  void theProviderInTheSettingsTakesTheTurns() {
    String config = CONFIG.replace("'prompt'", "'provider':'other','prompt'");
    Script script =
        new Script()
            .when(
                "AgentTurn-other",
                call -> reply(call.path("turn").asInt() == 0 ? tools(call("c0", false)) : ANSWER))
            .when("AgentTool", done());

    output(script.run(config));

    assertThat(script.calls("AgentTurn-other")).hasSize(2);
    assertThat(script.calls("AgentTurn")).isEmpty();
  }

  @Test
  void settingsChooseNoFunctionOfAnotherKind() {
    String config = CONFIG.replace("'prompt'", "'provider':'AgentTool','prompt'");

    assertThat(new Script().says(ANSWER).run(config).status()).isEqualTo(ExecutionStatus.FAILED);
  }

  @Test
  void theSettingsTravelWithTheFirstTurnOnly() {
    Script script = new Script().says(tools(call("c0", false)), ANSWER).when("AgentTool", done());

    output(script.run(CONFIG));

    assertThat(script.calls("AgentTurn").get(1).path("config").isNull()).isTrue();
  }

  private static Function<JsonNode, LambdaReply> done() {
    return _ -> reply("{'next':'done'}");
  }

  @Test
  void threeCallsEndEachInItsOwnWay() {
    Script script =
        new Script()
            .says(tools(call("c0", false), call("c1", false), call("c2", true)), ANSWER)
            .decides("c2", "{'port':'approved','output':{'approved':true}}")
            .when(
                "AgentTool",
                call ->
                    call.path("call").stringValue().equals("c1")
                        ? error("Heddle.HttpStatus", "answered 500")
                        : reply("{'next':'done'}"));

    output(script.run(CONFIG));

    assertThat(script.calls("AgentTool").stream().map(call -> call.path("call").stringValue()))
        .containsExactlyInAnyOrder("c0", "c1", "c2");
    assertThat(ended(script))
        .isEqualTo(
            json(
                """
                [{'id':'c0','kind':'done'},
                 {'id':'c1','kind':'failed','error':'Heddle.HttpStatus',
                  'message':'{\\"errorMessage\\":\\"answered 500\\"}'},
                 {'id':'c2','kind':'done'}]
                """));
  }

  private static JsonNode ended(Script script) {
    return script.calls("AgentTurn").get(1).path("ended");
  }

  @Test
  void aRejectedCallIsNotMadeAndTheModelIsToldWhy() {
    Script script =
        new Script()
            .says(tools(call("c0", true)), ANSWER)
            .decides(
                "c0",
                "{'port':'rejected','output':{'approved':false,'by':{'id':'u','name':'Ada'},'comment':'too"
                    + " dear'}}");

    output(script.run(CONFIG));

    assertThat(script.calls("AgentTool")).isEmpty();
    assertThat(ended(script))
        .isEqualTo(json("[{'id':'c0','kind':'rejected','by':'Ada','reason':'too dear'}]"));
  }

  @Test
  void aRejectionMayHaveNoReason() {
    Script script =
        new Script()
            .says(tools(call("c0", true)), ANSWER)
            .decides("c0", "{'port':'rejected','output':{'approved':false,'by':null}}");

    output(script.run(CONFIG));

    assertThat(ended(script))
        .isEqualTo(json("[{'id':'c0','kind':'rejected','by':null,'reason':null}]"));
  }

  @Test
  void whatNobodyDecidesExpiresWhileItsSiblingsAreDone() {
    Script script =
        new Script()
            .says(tools(call("c0", true), call("c1", false)), ANSWER)
            .when("AgentTool", done());

    output(script.run(CONFIG));

    assertThat(ended(script))
        .isEqualTo(json("[{'id':'c0','kind':'expired'},{'id':'c1','kind':'done'}]"));
    assertThat(script.calls("AgentApproval").getFirst().path("seconds").intValue()).isEqualTo(60);
  }

  @Test
  void aWorkflowIsRunAndItsResultIsKeptOutsideTheStates() {
    Script script =
        new Script()
            .says(tools(call("c0", false)), ANSWER)
            .workflow(
                "{'QueryLanguage':'JSONata','StartAt':'Say','States':{'Say':{'Type':'Succeed','Output':'"
                    + "x".repeat(100_000)
                    + "'}}}")
            .when("AgentTool", running(Script.WORKFLOW));

    InMemoryEngine.Result result = script.run(CONFIG);

    assertThat(output(result)).isEqualTo(json("{'answer':'42'}"));
    assertThat(script.calls("AgentTool").stream().map(call -> call.path("ended").booleanValue()))
        .containsExactly(false, true);
    assertThat(ended(script)).isEqualTo(json("[{'id':'c0','kind':'done'}]"));
    assertThat(largestState(result)).isLessThan(2_000);
  }

  private static Function<JsonNode, LambdaReply> running(String machine) {
    return call ->
        call.path("ended").booleanValue()
            ? reply("{'next':'done'}")
            : reply(
                "{'next':'run','machine':'" + machine + "','run':'child','input':{'payload':1}}");
  }

  private static int largestState(InMemoryEngine.Result result) {
    return result.history().stream()
        .filter(event -> event.type().endsWith("StateEntered"))
        .mapToInt(event -> event.details().path("input").asString("").length())
        .max()
        .orElse(0);
  }

  @Test
  void aWorkflowThatFailsIsAskedHowItEnded() {
    Script script =
        new Script()
            .says(tools(call("c0", false)), ANSWER)
            .workflow(
                "{'StartAt':'No','States':{'No':{'Type':'Fail','Error':'Shop.Closed','Cause':'c'}}}")
            .when("AgentTool", running(Script.WORKFLOW));

    output(script.run(CONFIG));

    assertThat(script.calls("AgentTool")).hasSize(2);
    assertThat(ended(script)).isEqualTo(json("[{'id':'c0','kind':'done'}]"));
  }

  @Test
  void aWorkflowThatIsTooSlowIsAFailedCall() {
    Script script =
        new Script()
            .says(tools(call("c0", false)), ANSWER)
            .workflow(
                "{'StartAt':'W','States':{'W':{'Type':'Wait','Seconds':500,'Next':'E'},'E':{'Type':'Succeed'}}}")
            .when("AgentTool", running(Script.WORKFLOW));

    output(script.run(CONFIG));

    assertThat(ended(script).at("/0/kind").stringValue()).isEqualTo("failed");
    assertThat(ended(script).at("/0/error").stringValue()).isEqualTo("States.Timeout");
  }

  @Test
  void aTurnWhoseCallsWereAllAnsweredAtOnceGoesOn() {
    Script script = new Script().says(tools(), ANSWER);

    output(script.run(CONFIG));

    assertThat(script.calls("AgentTurn")).hasSize(2);
  }

  @Test
  void theLimitOfTurnsHasANameOfItsOwn() {
    String more = tools(call("c0", false));
    Script script = new Script().says(more, more, more, more).when("AgentTool", done());

    InMemoryEngine.Result result = script.run(CONFIG);

    assertThat(result.error()).isEqualTo("Heddle.AgentLimit");
    assertThat(result.cause()).contains("3 turns");
    assertThat(script.calls("AgentTurn")).hasSize(3);
    assertThat(script.calls("AgentTool")).hasSize(2);
  }

  @Test
  void whatATurnFailsWithEndsTheAgent() {
    Script script =
        new Script().when("AgentTurn", _ -> error("Heddle.BudgetExceeded", "no tokens left"));

    InMemoryEngine.Result result = script.run(CONFIG);

    assertThat(result.error()).isEqualTo("Heddle.BudgetExceeded");
    assertThat(result.cause()).contains("no tokens left");
    assertThat(script.calls("AgentTurn")).hasSize(1);
  }

  @Test
  void aTurnWhoseAnswerWasLostIsAskedAgainForTheSameNumber() {
    AtomicInteger times = new AtomicInteger();
    Script script =
        new Script()
            .when(
                "AgentTurn",
                _ ->
                    times.incrementAndGet() == 1
                        ? error("Lambda.SdkClientException", "the connection broke off")
                        : reply(ANSWER));

    assertThat(output(script.run(CONFIG))).isEqualTo(json("{'answer':'42'}"));
    List<JsonNode> turns = script.calls("AgentTurn");
    assertThat(turns).hasSize(2);
    assertThat(turns.getLast()).isEqualTo(turns.getFirst());
  }

  @Test
  void twoAgentsOfOneRunKeepApart() {
    Script script =
        new Script()
            .when(
                "AgentTurn",
                call ->
                    call.path("turn").intValue() == 0
                        ? reply(tools(call("c0", false)))
                        : reply(
                            "{'next':'answer','calls':[],'output':'"
                                + call.at("/agent/node").stringValue()
                                + "'}"))
            .when("AgentTool", done());

    InMemoryEngine.Result result = script.run(both(), "{}");

    assertThat(output(result)).isEqualTo(json("['left','right']"));
    assertThat(script.calls("AgentTool").stream().map(call -> call.at("/agent/node").stringValue()))
        .containsExactlyInAnyOrder("left", "right");
  }

  private static String both() {
    return json("{'QueryLanguage':'JSONata','StartAt':'Both','States':{'Both':{'Type':'Parallel','End':true,'Branches':["
            + branch("left")
            + ","
            + branch("right")
            + "]}}}")
        .toString();
  }

  private static String branch(String node) {
    JsonNode input = json(Script.input(CONFIG));
    String text = input.toString().replace("agent1", node).replace('"', '\'');
    return "{'StartAt':'"
        + node
        + "','States':{'"
        + node
        + "':{'Type':'Task','Resource':'arn:aws:states:::states:startExecution.sync:2','Arguments':"
        + "{'StateMachineArn':'arn:aws:states:us-east-1:000000000000:stateMachine:agent','Input':"
        + text
        + "},'Output':'{% $states.result.Output %}','End':true}}}";
  }
}
