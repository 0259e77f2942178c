package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.DefinitionParser;
import dev.heddle.localstack.aws.stepfunctions.definition.MachineDefinition;
import dev.heddle.localstack.aws.stepfunctions.store.Execution;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionProgress;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Runs of small machines, without an engine around them. */
final class LiveExecutionFixture {
  static final Instant NOW = Instant.ofEpochSecond(1_000);

  private LiveExecutionFixture() {}

  static MachineDefinition machine(String states) {
    String text = "{'QueryLanguage':'JSONata','StartAt':'A','States':{" + states + "}}";
    return DefinitionParser.parse(text.replace('\'', '"'), false).accepted();
  }

  static Execution execution(long id, String input) {
    return new Execution(
        id,
        "arn:aws:states:us-east-1:0:execution:m:" + id,
        "arn:aws:states:us-east-1:0:stateMachine:m",
        null,
        null,
        "n" + id,
        "role",
        "owner",
        false,
        "hash",
        input,
        null,
        NOW.toEpochMilli(),
        null,
        null,
        null);
  }

  static LiveExecution run(String states, String input) {
    return new LiveExecution(
        execution(1, input.replace('\'', '"')), machine(states), ExecutionProgress.NONE);
  }

  static StateTransitions transitions(ActorTurn turn) {
    return new StateTransitions(turn, () -> 0L, new AtomicLong(100)::incrementAndGet);
  }

  /** Begins a run and takes every step there is. */
  static ActorTurn begin(LiveExecution run) {
    ActorTurn turn = new ActorTurn(run, NOW);
    StateTransitions transitions = transitions(turn);
    new MessageHandler(turn, transitions).handle(new ActorMessage.Proceed());
    steps(turn, transitions);
    return turn;
  }

  /** Tells a run something in a turn of its own, some seconds after its beginning. */
  static ActorTurn tell(LiveExecution run, long seconds, ActorMessage message) {
    ActorTurn turn = new ActorTurn(run, NOW.plusSeconds(seconds));
    StateTransitions transitions = transitions(turn);
    new MessageHandler(turn, transitions).handle(message);
    steps(turn, transitions);
    return turn;
  }

  private static void steps(ActorTurn turn, StateTransitions transitions) {
    while (!turn.run.ready.isEmpty()) {
      transitions.step(turn.run.ready.remove());
    }
  }
}
