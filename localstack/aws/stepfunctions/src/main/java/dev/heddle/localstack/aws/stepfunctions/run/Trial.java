package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.Branch;
import dev.heddle.localstack.aws.stepfunctions.definition.Machine;
import dev.heddle.localstack.aws.stepfunctions.definition.State;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.query.Data;
import dev.heddle.localstack.aws.stepfunctions.query.Failure;
import dev.heddle.localstack.aws.stepfunctions.run.Phase.Working;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import dev.heddle.localstack.aws.stepfunctions.store.Progress;
import dev.heddle.localstack.aws.stepfunctions.store.Status;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One state alone: entered once, answered at most once, and never stored. */
public final class Trial {
  private final Turn turn;
  private final Transitions transitions;
  private final Scope scope;
  private final State state;
  private final Data data;

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
    record Caught(Failure failure, int catcher, JsonNode output, String next) implements Ending {}

    /** It failed, and the retrier of that index tries again after some seconds. */
    record Retriable(Failure failure, int retrier, long seconds) implements Ending {}

    /** It failed, and with it the execution. */
    record Failed(Failure failure) implements Ending {}
  }

  private Trial(Setup setup, Instant now, RandomGenerator random) {
    Machine machine = new Machine(setup.branch(), null);
    Run run = new Run(setup.execution(), machine, Progress.NONE);
    run.context = setup.context();
    turn = new Turn(run, now);
    transitions = new Transitions(turn, random, () -> setup.execution().id());
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
  private Data data(Map<String, JsonNode> variables) {
    JsonNode context = ContextObject.of(turn.run, scope, null);
    return new Data(
        scope.input.json(), null, null, Map.copyOf(variables)::get, () -> context, turn.now);
  }

  /** Enters the state. */
  public static Trial of(Setup setup, Instant now, RandomGenerator random) {
    Trial trial = new Trial(setup, now, random);
    trial.transitions.step(trial.scope);
    if (trial.scope.phase instanceof Phase.Sleeping) {
      trial.transitions.guarded(
          trial.scope, () -> WaitWork.over(trial.visit(), (State.Wait) trial.state));
    }
    return trial;
  }

  private Visit visit() {
    return transitions.visit(scope);
  }

  /** The state. */
  public State state() {
    return state;
  }

  /** What its fields can read. */
  public Data data() {
    return data;
  }

  /** The call it waits for: a Task's own, or that of a Map's reader; null if there is none. */
  public TaskCaller.@Nullable Call call() {
    return turn.run.ended() || scope.phase instanceof Phase.Backoff
        ? null
        : Call.of(turn.run, scope);
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
      var each = (State.ForEach) state;
      transitions.guarded(scope, () -> DistributedWork.fetched(visit(), each, fetching, reply));
    }
  }

  /** Ends the work of a Task, a Map or a Parallel with a result. */
  public void succeed(JsonNode result) {
    transitions.guarded(scope, () -> visit().finish(result, next()));
  }

  /** The same, after some items have failed; they count where the Map says how many may. */
  public void succeed(JsonNode result, int failures) {
    boolean bounded =
        state instanceof State.ForEach each
            && each.distribution() != null
            && each.distribution().bounded();
    if (bounded && scope.phase instanceof Phase.Mapping mapping && failures > mapping.tolerated()) {
      transitions.fail(scope, DistributedWork.EXCEEDED);
    } else {
      succeed(result);
    }
  }

  private @Nullable String next() {
    return switch (state) {
      case State.Task task -> task.next();
      case State.Parallel parallel -> parallel.next();
      case State.ForEach each -> each.next();
      case State.Pass s -> s.next();
      case State.Wait s -> s.next();
      case State.Choice s -> s.otherwise();
      case State.Succeed s -> null;
      case State.Fail s -> null;
    };
  }

  /** Fails the work of a Task, a Map or a Parallel. */
  public void fail(Failure failure) {
    transitions.fail(scope, failure);
  }

  /** Answers a Task's call as the service that it calls did. */
  public void answer(TaskReply reply) {
    if (scope.phase instanceof Working working) {
      transitions.guarded(
          scope, () -> TaskWork.returned(visit(), (State.Task) state, working, reply));
    }
  }

  /** When the Task must have been answered, in milliseconds since the epoch; null for never. */
  public @Nullable Long due() {
    return scope.phase.due();
  }

  /** What has become of the state. */
  public Ending ending() {
    Failure failure = transitions.failure();
    Progress progress = turn.run.progress;
    if (progress.status().ended() && progress.status() != Status.SUCCEEDED) {
      return new Ending.Failed(new Failure(progress.error(), progress.cause()));
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
