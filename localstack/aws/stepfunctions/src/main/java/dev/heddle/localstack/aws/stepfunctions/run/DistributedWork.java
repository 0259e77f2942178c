package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.Distribution;
import dev.heddle.localstack.aws.stepfunctions.definition.State;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.query.Data;
import dev.heddle.localstack.aws.stepfunctions.query.Failure;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;
import dev.heddle.localstack.aws.stepfunctions.run.Phase.Mapping;
import dev.heddle.localstack.aws.stepfunctions.store.Saved;
import dev.heddle.localstack.aws.stepfunctions.store.Status;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** A distributed Map: each item, or batch of items, is an execution of its own. */
final class DistributedWork {
  static final Failure EXCEEDED =
      new Failure(
          "States.ExceedToleratedFailureThreshold",
          "The specified tolerated failure threshold was exceeded");

  private static final int LIMIT = 1_000;
  private static final int ITEMS = 100_000;

  private DistributedWork() {}

  static void enter(Visit visit, State.ForEach each, Distribution distribution) {
    if (distribution.reader() == null) {
      begin(visit, each, distribution, (ArrayNode) MapWork.items(each, visit.data()));
      return;
    }
    started(visit, 0);
    Payload arguments = Payload.of(distribution.reader().arguments().evaluate(visit.data()));
    fetch(visit, new Phase.Fetching(arguments.text(), null));
  }

  private static void started(Visit visit, int length) {
    visit.turn().chain(visit.scope(), "MapStateStarted", Json.object().put("length", length));
  }

  private static void fetch(Visit visit, Phase.Fetching fetching) {
    visit.phase(fetching);
    visit.turn().effect(new Effect.Queue(visit.scope().id, visit.scope().sequence));
  }

  /** The reader or the writer has answered. */
  static void fetched(Visit visit, State.ForEach each, Phase.Fetching phase, TaskReply reply) {
    Distribution distribution = each.distribution();
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
          Data data = visit.data();
          run(visit, each, distribution, ItemSource.items(distribution.reader(), data, value));
        } else {
          succeed(visit, each, value);
        }
      }
    }
  }

  private static void begin(
      Visit visit, State.ForEach each, Distribution distribution, ArrayNode items) {
    started(visit, items.size());
    run(visit, each, distribution, items);
  }

  private static void run(
      Visit visit, State.ForEach each, Distribution distribution, ArrayNode items) {
    if (items.size() > ITEMS) {
      throw StateFault.of(
          "States.ItemReaderFailed", "There are more than " + ITEMS + " items: " + items.size());
    }
    Data data = visit.data();
    ArrayNode inputs = Batches.inputs(visit, each, distribution, items);
    int tolerated = Tolerance.of(distribution, data, inputs.size());
    String arn = MapRuns.arn(visit, distribution);
    int limit = MapWork.limit(each, data, LIMIT);
    visit.turn().chain(visit.scope(), "MapRunStarted", Json.object().put("mapRunArn", arn));
    visit.phase(new Mapping(arn, inputs.size(), limit, tolerated));
    visit.turn().keep(visit.scope(), Payload.of(inputs));
    MapRuns.write(visit, (Mapping) visit.scope().phase, Status.RUNNING);
    refill(visit);
    finish(visit, each, (Mapping) visit.scope().phase);
  }

  /** Starts as many items as may run; one that was started before is found and not run twice. */
  static void refill(Visit visit) {
    Scope scope = visit.scope();
    Payload inputs = visit.turn().run.items.get(scope.id);
    if (!(scope.phase instanceof Mapping mapping) || inputs == null) {
      return;
    }
    int running = scope.started.cardinality() - visit.turn().run.results(scope.id).size();
    int next = scope.started.nextClearBit(0);
    while (running < mapping.limit() && next < mapping.length()) {
      scope.started.set(next);
      running++;
      visit.turn().effect(MapRuns.start(visit, mapping, next, inputs.json().get(next)));
      next = scope.started.nextClearBit(next);
    }
  }

  static void childEnded(Visit visit, State.ForEach each, Mapping mapping, Saved child) {
    var item = child.execution().item();
    TreeMap<Integer, Outcome> results = visit.turn().run.results(visit.scope().id);
    if (item == null
        || !item.mapRun().equals(mapping.mapRun())
        || results.containsKey(item.index())) {
      return;
    }
    visit.turn().result(visit.scope(), item.index(), MapRuns.outcome(child));
    if (visit.scope().failed > mapping.tolerated()) {
      exceeded(visit, mapping);
    } else {
      refill(visit);
      finish(visit, each, mapping);
    }
  }

  /** Goes on with other limits; fewer tolerated failures than there are end it. */
  static void adjust(Visit visit, Mapping mapping, Message.Adjust adjust) {
    int limit = adjust.limit() == null ? mapping.limit() : atMost(adjust.limit());
    int tolerated = adjust.tolerated() == null ? mapping.tolerated() : adjust.tolerated();
    Mapping changed = new Mapping(mapping.mapRun(), mapping.length(), limit, tolerated);
    visit.scope().phase = changed;
    visit.turn().touch(visit.scope());
    if (visit.scope().failed > tolerated) {
      exceeded(visit, changed);
    } else {
      MapRuns.write(visit, changed, Status.RUNNING);
      refill(visit);
    }
  }

  private static int atMost(int wanted) {
    return wanted < 1 ? LIMIT : Math.min(wanted, LIMIT);
  }

  private static void exceeded(Visit visit, Mapping mapping) {
    MapRuns.write(visit, mapping, Status.FAILED);
    visit.turn().effect(new Effect.StopMapRun(mapping.mapRun()));
    visit.turn().chain(visit.scope(), "MapRunFailed", Details.failure(EXCEEDED));
    visit.transitions().fail(visit.scope(), EXCEEDED);
  }

  private static void finish(Visit visit, State.ForEach each, Mapping mapping) {
    TreeMap<Integer, Outcome> results = visit.turn().run.results(visit.scope().id);
    Distribution distribution = each.distribution();
    if (results.size() < mapping.length() || distribution == null) {
      return;
    }
    MapRuns.write(visit, mapping, Status.SUCCEEDED);
    visit.turn().chain(visit.scope(), "MapRunSucceeded", Json.object());
    ArrayNode outputs = Json.array();
    results.values().forEach(result -> outputs.add(value(result)));
    if (distribution.writer() == null) {
      succeed(visit, each, outputs);
    } else {
      JsonNode arguments = distribution.writer().arguments().evaluate(visit.data());
      JsonNode written = MapRuns.written(arguments, mapping, outputs);
      fetch(visit, new Phase.Fetching(Json.text(written), mapping.mapRun()));
    }
  }

  private static JsonNode value(Outcome outcome) {
    return outcome.output() == null
        ? new Failure(outcome.error(), outcome.cause()).output()
        : Json.parse(outcome.output());
  }

  private static void succeed(Visit visit, State.ForEach each, JsonNode result) {
    visit.turn().emit("MapStateSucceeded", visit.scope().previous, Json.object());
    visit.finish(result, each.next());
  }
}
