package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.DistributedMap;
import dev.heddle.localstack.aws.stepfunctions.definition.StateDefinition;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.query.EvaluationContext;
import dev.heddle.localstack.aws.stepfunctions.query.StateFailure;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;
import dev.heddle.localstack.aws.stepfunctions.run.Phase.Mapping;
import dev.heddle.localstack.aws.stepfunctions.store.ExecutionStatus;
import dev.heddle.localstack.aws.stepfunctions.store.StoredExecution;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** A distributed Map: each item, or batch of items, is an execution of its own. */
final class DistributedMapWork {
  static final StateFailure EXCEEDED =
      new StateFailure(
          "States.ExceedToleratedFailureThreshold",
          "The specified tolerated failure threshold was exceeded");

  // As the service's ceiling for children at once; it also bounds the effects of a turn.
  private static final int LIMIT = 1_000;
  // The list is held in memory and stored with the turn; the service reads it bit by bit instead.
  private static final int ITEMS = 100_000;

  private DistributedMapWork() {}

  static void enter(
      StateVisit stateVisit, StateDefinition.MapState each, DistributedMap distribution) {
    if (distribution.reader() == null) {
      begin(stateVisit, each, distribution, (ArrayNode) MapWork.items(each, stateVisit.data()));
      return;
    }
    started(stateVisit, 0);
    Payload arguments = Payload.of(distribution.reader().arguments().evaluate(stateVisit.data()));
    fetch(stateVisit, new Phase.Fetching(arguments.text(), null));
  }

  private static void started(StateVisit stateVisit, int length) {
    stateVisit
        .turn()
        .chain(stateVisit.scope(), "MapStateStarted", Json.object().put("length", length));
  }

  private static void fetch(StateVisit stateVisit, Phase.Fetching fetching) {
    stateVisit.phase(fetching);
    stateVisit.turn().effect(new Effect.Queue(stateVisit.scope().id, stateVisit.scope().sequence));
  }

  /** The reader or the writer has answered. */
  static void fetched(
      StateVisit stateVisit, StateDefinition.MapState each, Phase.Fetching phase, TaskReply reply) {
    DistributedMap distribution = each.distribution();
    if (distribution == null || distribution.reader() == null && phase.output() == null) {
      return;
    }
    switch (reply) {
      case TaskReply.Failed(String error, String cause) -> {
        String name =
            phase.output() == null ? "States.ItemReaderFailed" : "States.ResultWriterFailed";
        throw StateFault.of(name, error + ": " + cause);
      }
      case TaskReply.Submitted s -> throw new IllegalStateException("Not a job: " + s);
      case TaskReply.Result(JsonNode value) -> {
        if (phase.output() == null && distribution.reader() != null) {
          EvaluationContext data = stateVisit.data();
          run(
              stateVisit,
              each,
              distribution,
              MapItemParser.items(distribution.reader(), data, value));
        } else {
          succeed(stateVisit, each, value);
        }
      }
    }
  }

  private static void begin(
      StateVisit stateVisit,
      StateDefinition.MapState each,
      DistributedMap distribution,
      ArrayNode items) {
    started(stateVisit, items.size());
    run(stateVisit, each, distribution, items);
  }

  private static void run(
      StateVisit stateVisit,
      StateDefinition.MapState each,
      DistributedMap distribution,
      ArrayNode items) {
    if (items.size() > ITEMS) {
      throw StateFault.of(
          "States.ItemReaderFailed", "There are more than " + ITEMS + " items: " + items.size());
    }
    EvaluationContext data = stateVisit.data();
    ArrayNode inputs = ItemBatches.inputs(stateVisit, each, distribution, items);
    int tolerated = FailureTolerance.of(distribution, data, inputs.size());
    String arn = MapRuns.arn(stateVisit, distribution);
    int limit = MapWork.limit(each, data, LIMIT);
    stateVisit
        .turn()
        .chain(stateVisit.scope(), "MapRunStarted", Json.object().put("mapRunArn", arn));
    stateVisit.phase(new Mapping(arn, inputs.size(), limit, tolerated));
    stateVisit.turn().keep(stateVisit.scope(), Payload.of(inputs));
    MapRuns.write(stateVisit, (Mapping) stateVisit.scope().phase, ExecutionStatus.RUNNING);
    refill(stateVisit);
    finish(stateVisit, each, (Mapping) stateVisit.scope().phase);
  }

  /** Starts as many items as may run; one that was started before is found and not run twice. */
  static void refill(StateVisit stateVisit) {
    BranchScope scope = stateVisit.scope();
    Payload inputs = stateVisit.turn().run.items.get(scope.id);
    if (!(scope.phase instanceof Mapping mapping) || inputs == null) {
      return;
    }
    int running = scope.started.cardinality() - stateVisit.turn().run.results(scope.id).size();
    int next = scope.started.nextClearBit(0);
    while (running < mapping.limit() && next < mapping.length()) {
      // In the same turn as the effect: after a crash the item is known as started and looked for
      // by name.
      scope.started.set(next);
      running++;
      stateVisit.turn().effect(MapRuns.start(stateVisit, mapping, next, inputs.json().get(next)));
      next = scope.started.nextClearBit(next);
    }
  }

  static void childEnded(
      StateVisit stateVisit,
      StateDefinition.MapState each,
      Mapping mapping,
      StoredExecution child) {
    var item = child.execution().item();
    TreeMap<Integer, TaskOutcome> results = stateVisit.turn().run.results(stateVisit.scope().id);
    if (item == null
        || !item.mapRun().equals(mapping.mapRun())
        // An end may be reported twice, by the child and by the look after a restart: a failure
        // that counts twice could exceed what is tolerated.
        || results.containsKey(item.index())) {
      return;
    }
    stateVisit.turn().result(stateVisit.scope(), item.index(), MapRuns.outcome(child));
    if (stateVisit.scope().failed > mapping.tolerated()) {
      exceeded(stateVisit, mapping);
    } else {
      refill(stateVisit);
      finish(stateVisit, each, mapping);
    }
  }

  /** Goes on with other limits; fewer tolerated failures than there are end it. */
  static void adjust(StateVisit stateVisit, Mapping mapping, ActorMessage.Adjust adjust) {
    int limit = adjust.limit() == null ? mapping.limit() : atMost(adjust.limit());
    int tolerated = adjust.tolerated() == null ? mapping.tolerated() : adjust.tolerated();
    Mapping changed = new Mapping(mapping.mapRun(), mapping.length(), limit, tolerated);
    stateVisit.scope().phase = changed;
    stateVisit.turn().touch(stateVisit.scope());
    if (stateVisit.scope().failed > tolerated) {
      exceeded(stateVisit, changed);
    } else {
      MapRuns.write(stateVisit, changed, ExecutionStatus.RUNNING);
      refill(stateVisit);
    }
  }

  private static int atMost(int wanted) {
    return wanted < 1 ? LIMIT : Math.min(wanted, LIMIT);
  }

  private static void exceeded(StateVisit stateVisit, Mapping mapping) {
    MapRuns.write(stateVisit, mapping, ExecutionStatus.FAILED);
    stateVisit.turn().effect(new Effect.StopMapRun(mapping.mapRun()));
    stateVisit.turn().chain(stateVisit.scope(), "MapRunFailed", EventDetails.failure(EXCEEDED));
    stateVisit.transitions().fail(stateVisit.scope(), EXCEEDED);
  }

  private static void finish(
      StateVisit stateVisit, StateDefinition.MapState each, Mapping mapping) {
    TreeMap<Integer, TaskOutcome> results = stateVisit.turn().run.results(stateVisit.scope().id);
    DistributedMap distribution = each.distribution();
    if (results.size() < mapping.length() || distribution == null) {
      return;
    }
    MapRuns.write(stateVisit, mapping, ExecutionStatus.SUCCEEDED);
    stateVisit.turn().chain(stateVisit.scope(), "MapRunSucceeded", Json.object());
    ArrayNode outputs = Json.array();
    results.values().forEach(result -> outputs.add(value(result)));
    if (distribution.writer() == null) {
      succeed(stateVisit, each, outputs);
    } else {
      JsonNode arguments = distribution.writer().arguments().evaluate(stateVisit.data());
      JsonNode written = MapRuns.written(arguments, mapping, outputs);
      fetch(stateVisit, new Phase.Fetching(Json.text(written), mapping.mapRun()));
    }
  }

  private static JsonNode value(TaskOutcome outcome) {
    return outcome.output() == null
        ? new StateFailure(outcome.error(), outcome.cause()).output()
        : Json.parse(outcome.output());
  }

  private static void succeed(
      StateVisit stateVisit, StateDefinition.MapState each, JsonNode result) {
    stateVisit.turn().emit("MapStateSucceeded", stateVisit.scope().previous, Json.object());
    stateVisit.finish(result, each.next());
  }
}
