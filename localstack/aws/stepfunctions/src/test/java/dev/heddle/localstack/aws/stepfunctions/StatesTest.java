package dev.heddle.localstack.aws.stepfunctions;

import static dev.heddle.localstack.aws.stepfunctions.Asl.invoke;
import static dev.heddle.localstack.aws.stepfunctions.Asl.json;
import static dev.heddle.localstack.aws.stepfunctions.Asl.machine;
import static dev.heddle.localstack.aws.stepfunctions.Asl.only;
import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.localstack.aws.stepfunctions.InMemoryEngine.Result;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStatus;
import dev.heddle.localstack.aws.stepfunctions.store.HistoryEvent;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Every type of state, in JSONata, on the in-memory engine. */
class StatesTest {
  private final FakeFunctions functions = new FakeFunctions();
  private final InMemoryEngine engine = InMemoryEngine.with(functions.ports());

  private Result run(String definition, String input) {
    return engine.run(definition, json(input));
  }

  private void gives(String definition, String input, String output) {
    Result result = run(definition, input);
    assertThat(result.status()).as("%s", result).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(Json.parse(String.valueOf(result.output()))).isEqualTo(Json.parse(json(output)));
  }

  private Result fails(String definition, String error) {
    Result result = run(definition, "{}");
    assertThat(result.status()).as("%s", result).isEqualTo(ExecutionStatus.FAILED);
    assertThat(result.error()).isEqualTo(error);
    return result;
  }

  private static List<String> types(Result result) {
    return result.history().stream().map(HistoryEvent::type).toList();
  }

  @Test
  void passKeepsItsInput() {
    gives(only("{'Type':'Pass','End':true}"), "{'a':1}", "{'a':1}");
  }

  @Test
  void passComputesItsOutput() {
    gives(
        only("{'Type':'Pass','Output':{'n':'{% $states.input.a + 1 %}','k':null},'End':true}"),
        "{'a':1}",
        "{'n':2,'k':null}");
  }

  @Test
  void variablesLiveOn() {
    gives(
        machine(
            "'A':{'Type':'Pass','Assign':{'x':'{% $states.input.a %}','y':[1]},'Next':'B'},"
                + "'B':{'Type':'Pass','Output':{'x':'{% $x %}','y':'{% $y %}'},'End':true}"),
        "{'a':{'deep':null}}",
        "{'x':{'deep':null},'y':[1]}");
  }

  @Test
  void assignReadsTheValuesFromBefore() {
    gives(
        machine(
            "'A':{'Type':'Pass','Assign':{'x':1},'Next':'B'},'B':{'Type':'Pass','Assign':{'x':'{%"
                + " $x + 1 %}'},'Output':'{% $x %}','Next':'C'},'C':{'Type':'Pass','Output':['{%"
                + " $states.input %}','{% $x %}'],'End':true}"),
        "{}",
        "[1,2]");
  }

  @Test
  void undefinedIsAnErrorAndNullIsNot() {
    gives(
        only("{'Type':'Pass','Output':'{% $states.input.a %}','End':true}"), "{'a':null}", "null");
    Result result =
        fails(
            only("{'Type':'Pass','Output':'{% $states.input.nope %}','End':true}"),
            "States.QueryEvaluationError");
    assertThat(result.cause())
        .isEqualTo(
            "An error occurred while executing the state 'A' (entered at the event id #2). The"
                + " JSONata expression '$states.input.nope' specified for the field 'Output'"
                + " returned nothing (undefined).");
    assertThat(types(result))
        .containsExactly(
            "ExecutionStarted", "PassStateEntered", "EvaluationFailed", "ExecutionFailed");
  }

  @Test
  void choiceTakesTheFirstRuleThatMatches() {
    String definition =
        machine(
            "'A':{'Type':'Choice','Choices':["
                + "{'Condition':'{% $states.input.n > 10 %}','Next':'Big','Output':'big'},"
                + "{'Condition':'{% $states.input.n > 5 %}','Next':'Mid','Assign':{'m':1}}],"
                + "'Default':'Small','Output':'small'},"
                + "'Big':{'Type':'Succeed'},'Mid':{'Type':'Succeed','Output':'{% $m %}'},"
                + "'Small':{'Type':'Succeed'}");
    gives(definition, "{'n':11}", "'big'");
    gives(definition, "{'n':6}", "1");
    gives(definition, "{'n':1}", "'small'");
  }

  @Test
  void choiceWithoutAMatchFails() {
    fails(
        machine(
            "'A':{'Type':'Choice','Choices':[{'Condition':'{% false %}','Next':'B'}]},"
                + "'B':{'Type':'Succeed'}"),
        "States.NoChoiceMatched");
  }

  @Test
  void conditionsMustBeBooleans() {
    Result result =
        fails(
            machine(
                "'A':{'Type':'Choice','Choices':[{'Condition':'{% 1 %}','Next':'B'}]},"
                    + "'B':{'Type':'Succeed'}"),
            "States.QueryEvaluationError");
    assertThat(result.cause()).contains("Expected 'boolean', but was 'number' for value: 1");
  }

  @Test
  void waitTakesItsTime() {
    Result result =
        run(only("{'Type':'Wait','Seconds':'{% $states.input.s %}','End':true}"), "{'s':90}");
    assertThat(result.status()).isEqualTo(ExecutionStatus.SUCCEEDED);
    assertThat(result.history().getLast().time() - result.history().getFirst().time())
        .isEqualTo(90_000);
  }

  @Test
  void waitUntilThePastIsNoWait() {
    gives(
        only("{'Type':'Wait','Timestamp':'1960-01-01T00:00:00Z','End':true}"),
        "{'s':1}",
        "{'s':1}");
  }

  @Test
  void failTellsErrorAndCause() {
    Result result =
        fails(
            only("{'Type':'Fail','Error':'{% \\'E\\' & 1 %}','Cause':'why'}")
                .replace("\\\"", "\\\""),
            "E1");
    assertThat(result.cause()).isEqualTo("why");
  }

  @Test
  void taskCallsAFunction() {
    gives(
        only(invoke("echo", "{'v':'{% $states.input.a %}'}", "'End':true")),
        "{'a':[1]}",
        "{'v':[1]}");
    assertThat(functions.calls).containsExactly("echo {\"v\":[1]}");
  }

  @Test
  void aFunctionsArnIsAResource() {
    gives(
        only("{'Type':'Task','Resource':'arn:aws:lambda:us-east-1:1:function:echo','End':true}"),
        "{'a':1}",
        "{'a':1}");
  }

  @Test
  void taskFailureCarriesTheFunctionsError() {
    Result result = fails(only(invoke("fail", "{}", "'End':true")), "Boom");
    assertThat(result.cause()).isEqualTo(json("{'errorMessage':'no','errorType':'Boom'}"));
    assertThat(types(result))
        .containsExactly(
            "ExecutionStarted",
            "TaskStateEntered",
            "TaskScheduled",
            "TaskStarted",
            "TaskFailed",
            "ExecutionFailed");
  }

  @Test
  void aMissingFunctionIsAnErrorOfItsOwn() {
    fails(only(invoke("nobody", "{}", "'End':true")), "Lambda.ResourceNotFoundException");
  }

  @Test
  void retryTriesAgainLaterAndLater() {
    AtomicInteger attempts = new AtomicInteger();
    functions.raw(
        "flaky",
        payload ->
            java.util.concurrent.CompletableFuture.completedFuture(
                attempts.incrementAndGet() < 3
                    ? FakeFunctions.error("Busy", "later")
                    : FakeFunctions.reply(payload)));
    Result result =
        run(
            only(
                invoke(
                    "flaky",
                    "'{% $states.context.State.RetryCount %}'",
                    "'Retry':[{'ErrorEquals':['Busy'],'IntervalSeconds':2,'BackoffRate':3}],"
                        + "'End':true")),
            "{}");
    assertThat(result.output()).isEqualTo("2");
    assertThat(result.history().getLast().time() - result.history().getFirst().time())
        .isEqualTo(8_000);
  }

  @Test
  void catchGoesElsewhere() {
    gives(
        machine(
            "'A':"
                + invoke(
                    "fail",
                    "{}",
                    "'Catch':[{'ErrorEquals':['Other'],'Next':'B'},{'ErrorEquals':['States.ALL'],"
                        + "'Next':'B','Output':'{% $states.errorOutput.Error %}',"
                        + "'Assign':{'e':'{% $states.errorOutput.Cause %}'}}],'End':true")
                + ",'B':{'Type':'Pass','End':true}"),
        "{}",
        "'Boom'");
  }

  @Test
  void aTaskThatHangsTimesOut() {
    Result result =
        fails(only(invoke("hang", "{}", "'TimeoutSeconds':7,'End':true")), "States.Timeout");
    assertThat(result.history().getLast().time() - result.history().getFirst().time())
        .isEqualTo(7_000);
    assertThat(types(result)).contains("TaskTimedOut");
  }

  @Test
  void theMachinesOwnTimeoutEndsTheRun() {
    Result result =
        run(
            json(
                "{'QueryLanguage':'JSONata','TimeoutSeconds':5,'StartAt':'A','States':{'A':"
                    + "{'Type':'Wait','Seconds':60,'End':true}}}"),
            "{}");
    assertThat(result.status()).isEqualTo(ExecutionStatus.TIMED_OUT);
  }

  @Test
  void parallelJoinsItsBranchesInOrder() {
    String slow =
        "{'StartAt':'S','States':{'S':{'Type':'Wait','Seconds':5,'Next':'T'},"
            + "'T':{'Type':'Pass','Output':'slow','End':true}}}";
    String fast = "{'StartAt':'F','States':{'F':{'Type':'Pass','Output':'{% $x %}','End':true}}}";
    gives(
        machine(
            "'A':{'Type':'Pass','Assign':{'x':'outer'},'Next':'P'},'P':{'Type':'Parallel','Branches':["
                + slow
                + ","
                + fast
                + "],'Output':'{% $states.result %}','End':true}"),
        "{}",
        "['slow','outer']");
  }

  @Test
  void aFailedBranchStopsTheOthers() {
    String failing = "{'StartAt':'S','States':{'S':{'Type':'Fail','Error':'E'}}}";
    String waiting = "{'StartAt':'W','States':{'W':{'Type':'Wait','Seconds':500,'End':true}}}";
    Result result =
        run(
            machine(
                "'A':{'Type':'Parallel','Branches':["
                    + waiting
                    + ","
                    + failing
                    + "],'Catch':[{'ErrorEquals':['E'],'Next':'B'}],'End':true},"
                    + "'B':{'Type':'Pass','End':true}"),
            "{}");
    assertThat(result.output()).isEqualTo(json("{'Error':'E','Cause':null}"));
    assertThat(types(result)).contains("WaitStateAborted", "ParallelStateFailed");
    assertThat(result.history().getLast().time()).isEqualTo(result.history().getFirst().time());
  }

  @Test
  void mapGoesThroughItsItems() {
    gives(
        only(
            "{'Type':'Map','Items':'{% $states.input.list"
                + " %}','MaxConcurrency':2,'ItemSelector':{'v':'{% $states.context.Map.Item.Value"
                + " %}','i':'{% $states.context.Map.Item.Index %}'},"
                + "'ItemProcessor':{'StartAt':'P','States':{'P':{'Type':'Pass','Output':'{%"
                + " $states.input.v * 10 + $states.input.i %}','End':true}}},'End':true}"),
        "{'list':[1,2,3,4,5]}",
        "[10,21,32,43,54]");
  }

  @Test
  void mapOfNothingIsNothing() {
    gives(
        only(
            "{'Type':'Map','ItemProcessor':{'StartAt':'P','States':{'P':{'Type':'Pass',"
                + "'End':true}}},'End':true}"),
        "[]",
        "[]");
  }

  @Test
  void mapKeepsToItsConcurrency() {
    AtomicInteger now = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Result result =
        run(
            only(
                "{'Type':'Map','MaxConcurrency':3,'ItemProcessor':{'StartAt':'W','States':{'W':"
                    + "{'Type':'Wait','Seconds':1,'End':true}}},'End':true}"),
            "[1,2,3,4,5,6,7,8,9]");
    for (HistoryEvent event : result.history()) {
      switch (event.type()) {
        case "MapIterationStarted" -> most.accumulateAndGet(now.incrementAndGet(), Math::max);
        case "MapIterationSucceeded" -> now.decrementAndGet();
        default -> {}
      }
    }
    assertThat(most).hasValue(3);
  }

  @Test
  void childExecutionsAreAwaited() {
    engine.create(
        "child", only("{'Type':'Pass','Output':{'got':'{% $states.input %}'},'End':true}"), false);
    String start =
        "{'Type':'Task','Resource':'arn:aws:states:::states:startExecution.sync:2','Arguments':"
            + "{'StateMachineArn':'arn:aws:states:us-east-1:000000000000:stateMachine:child',"
            + "'Input':{'a':1}},'Output':'{% $states.result.Output %}','End':true}";
    gives(only(start), "{}", "{'got':{'a':1}}");
  }

  @Test
  void historyIsNumberedAsTheServiceDoes() {
    Result result =
        run(machine("'A':{'Type':'Pass','Next':'B'},'B':{'Type':'Pass','End':true}"), "{}");
    assertThat(result.history().stream().map(e -> e.id() + "<" + e.previous()).toList())
        .containsExactly("1<0", "2<0", "3<2", "4<3", "5<4", "6<5");
  }

  @Test
  void outputsAreLimited() {
    fails(
        only("{'Type':'Pass','Output':'{% $pad(\\'\\', 300000, \\'x\\') %}','End':true}")
            .replace("\\\"", "'"),
        "States.DataLimitExceeded");
  }

  @Test
  void endlessExpressionsAreStopped() {
    Result result =
        fails(
            only(
                "{'Type':'Pass','Output':'{% ($f := function($n) {$f($n + 1)}; $f(1))"
                    + " %}','End':true}"),
            "States.QueryEvaluationError");
    assertThat(result.cause()).contains("ran longer than");
  }
}
