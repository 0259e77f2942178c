package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.Branch;
import dev.heddle.localstack.aws.stepfunctions.definition.MachineDefinition;
import dev.heddle.localstack.aws.stepfunctions.definition.StateDefinition;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.query.EvaluationContext;
import dev.heddle.localstack.aws.stepfunctions.query.StateFailure;
import dev.heddle.localstack.aws.stepfunctions.run.Phase.Working;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionProgress;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStatus;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One state alone: entered once, answered at most once, and never stored. */
public final class TestStateRun {
  private final ActorTurn turn;
  private final StateTransitions transitions;
  private final BranchScope scope;
  private final StateDefinition state;
  private final EvaluationContext data;

  /**
   * What to try.
   *
   * @param branch the states beside it; the branch starts at the state itself
   * @param context stands for the context object; null for one made here
   * @param retries how often each of its retriers was used before
   */
  public record Setup(
      Branch branch,
      Execution execution,
      Map<String, JsonNode> variables,
      @Nullable ObjectNode context,
      int retries) {}

  /** What became of the state. */
  public sealed interface Ending {
    /** It ended well; no next state if it is the last. */
    record Succeeded(JsonNode output, @Nullable String next) implements Ending {}

    /** It failed, and the catcher of that index goes on. */
    record Caught(StateFailure failure, int catcher, JsonNode output, String next)
        implements Ending {}

    /** It failed, and the retrier of that index tries again after some seconds. */
    record Retriable(StateFailure failure, int retrier, long seconds) implements Ending {}

    /** It failed, and with it the execution. */
    record Failed(StateFailure failure) implements Ending {}
  }

  private TestStateRun(Setup setup, Instant now, RandomGenerator random) {
    MachineDefinition machine = new MachineDefinition(setup.branch(), null);
    LiveExecution run = new LiveExecution(setup.execution(), machine, ExecutionProgress.NONE);
    run.context = setup.context();
    turn = new ActorTurn(run, now);
    transitions = new StateTransitions(turn, random, () -> setup.execution().id());
    turn.emit("ExecutionStarted", 0, Json.object());
    scope = turn.open(null, 0, run.input);
    setup.variables().forEach((name, value) -> scope.variables.put(name, Payload.of(value)));
    state = scope.current();
    for (int i = 0; i < state.recovery().retry().size(); i++) {
      scope.attempts.put(i, setup.retries());
    }
    scope.enteredAt = turn.millis();
    data = data(setup.variables());
  }

  /** Taken before the state is entered, since leaving it changes what its fields read. */
  private EvaluationContext data(Map<String, JsonNode> variables) {
    JsonNode context = ContextObject.of(turn.run, scope, null);
    return EvaluationContext.of(
        scope.input.json(), Map.copyOf(variables)::get, () -> context, turn.now);
  }

  /** Enters the state. */
  public static TestStateRun of(Setup setup, Instant now, RandomGenerator random) {
    TestStateRun testStateRun = new TestStateRun(setup, now, random);
    testStateRun.transitions.step(testStateRun.scope);
    if (testStateRun.scope.phase instanceof Phase.Sleeping) {
      testStateRun.transitions.guarded(
          testStateRun.scope,
          () -> WaitWork.over(testStateRun.visit(), (StateDefinition.Wait) testStateRun.state));
    }
    return testStateRun;
  }

  private StateVisit visit() {
    return transitions.visit(scope);
  }

  /** The state. */
  public StateDefinition state() {
    return state;
  }

  /** What its fields can read. */
  public EvaluationContext data() {
    return data;
  }

  /** The call it waits for: a Task's own, or that of a Map's reader; null if there is none. */
  public TaskCaller.@Nullable Call call() {
    return turn.run.ended() || scope.phase instanceof Phase.Backoff
        ? null
        : PendingCall.of(turn.run, scope);
  }

  /** Whether it waits for what is inside it. */
  public boolean contains() {
    return switch (scope.phase) {
      case Phase.Branching b -> true;
      case Phase.Iterating i -> true;
      case Phase.Mapping m -> true;
      case Phase.Ready r -> false;
      case Phase.Sleeping s -> false;
      case Phase.Backoff b -> false;
      case Working w -> false;
      case Phase.Fetching f -> false;
      case Phase.Done d -> false;
    };
  }

  /** Gives the Map's reader what it reads. */
  public void read(String text) {
    if (scope.phase instanceof Phase.Fetching fetching) {
      var reply = new TaskReply.Result(Json.string(text));
      var each = (StateDefinition.MapState) state;
      transitions.guarded(scope, () -> DistributedMapWork.fetched(visit(), each, fetching, reply));
    }
  }

  /** Ends the work of a Task, a Map or a Parallel with a result. */
  public void succeed(JsonNode result) {
    transitions.guarded(scope, () -> visit().finish(result, next()));
  }

  /** The same, after some items have failed; they count where the Map says how many may. */
  public void succeed(JsonNode result, int failures) {
    boolean bounded =
        state instanceof StateDefinition.MapState each
            && each.distribution() != null
            && each.distribution().bounded();
    if (bounded && scope.phase instanceof Phase.Mapping mapping && failures > mapping.tolerated()) {
      transitions.fail(scope, DistributedMapWork.EXCEEDED);
    } else {
      succeed(result);
    }
  }

  private @Nullable String next() {
    return switch (state) {
      case StateDefinition.Task task -> task.next();
      case StateDefinition.Parallel parallel -> parallel.next();
      case StateDefinition.MapState each -> each.next();
      case StateDefinition.Pass s -> s.next();
      case StateDefinition.Wait s -> s.next();
      case StateDefinition.Choice s -> s.otherwise();
      case StateDefinition.Succeed s -> null;
      case StateDefinition.Fail s -> null;
    };
  }

  /** Fails the work of a Task, a Map or a Parallel. */
  public void fail(StateFailure failure) {
    transitions.fail(scope, failure);
  }

  /** Answers a Task's call as the service that it calls did. */
  public void answer(TaskReply reply) {
    if (scope.phase instanceof Working working) {
      transitions.guarded(
          scope, () -> TaskWork.returned(visit(), (StateDefinition.Task) state, working, reply));
    }
  }

  /** When the Task must have been answered, in milliseconds since the epoch; null for never. */
  public @Nullable Long due() {
    return scope.phase.due();
  }

  /** What has become of the state. */
  public Ending ending() {
    StateFailure failure = transitions.failure();
    ExecutionProgress progress = turn.run.progress;
    if (progress.status().ended() && progress.status() != ExecutionStatus.SUCCEEDED) {
      return new Ending.Failed(new StateFailure(progress.error(), progress.cause()));
    }
    if (failure != null && scope.phase instanceof Phase.Backoff(long until)) {
      long seconds = (until - turn.millis()) / 1000;
      return new Ending.Retriable(failure, state.recovery().retrierFor(failure), seconds);
    }
    JsonNode output =
        progress.output() == null ? scope.input.json() : Json.parse(progress.output());
    String next = progress.status().ended() ? null : scope.state;
    if (failure != null && next != null) {
      var catcher = state.recovery().catcherFor(failure);
      int index = state.recovery().catchers().indexOf(catcher);
      return new Ending.Caught(failure, index, output, next);
    }
    return new Ending.Succeeded(output, next);
  }

  /** The variables afterwards. */
  public Map<String, JsonNode> variables() {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    scope.variables.forEach((name, value) -> values.put(name, value.json()));
    return values;
  }
}
