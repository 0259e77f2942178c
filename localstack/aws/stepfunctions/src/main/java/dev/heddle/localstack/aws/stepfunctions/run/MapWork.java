package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.State;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.query.Data;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Map: one iteration for each item, some at a time; their outputs become a list. */
final class MapWork {
  private static final int INLINE_LIMIT = 40;

  private MapWork() {}

  static void enter(Visit visit, State.ForEach each) {
    if (each.distribution() != null) {
      DistributedWork.enter(visit, each, each.distribution());
      return;
    }
    Data data = visit.data();
    JsonNode items = items(each, data);
    int limit = limit(each, data, INLINE_LIMIT);
    ObjectNode details = Json.object().put("length", items.size());
    visit.turn().chain(visit.scope(), "MapStateStarted", details);
    visit.phase(new Phase.Iterating(items.size(), limit));
    if (items.isEmpty()) {
      succeed(visit, each);
    } else {
      visit.turn().keep(visit.scope(), Payload.of(items));
      begin(visit, each, visit.scope().previous);
    }
  }

  static JsonNode items(State.ForEach each, Data data) {
    JsonNode source = each.flow().source(data);
    JsonNode items = each.items() == null ? source : each.items().evaluate(data.withInput(source));
    if (!items.isArray()) {
      throw StateFault.query("Map state input must be an array but was: " + items, null);
    }
    return items;
  }

  static int limit(State.ForEach each, Data data, int most) {
    if (each.maxConcurrency() == null) {
      return most;
    }
    double wanted = each.maxConcurrency().evaluate(data).asDouble(0);
    return wanted < 1 ? most : (int) Math.min(most, wanted);
  }

  /** Begins as many iterations as may run. */
  private static void begin(Visit visit, State.ForEach each, long previous) {
    Scope scope = visit.scope();
    if (!(scope.phase instanceof Phase.Iterating(int length, int limit))) {
      return;
    }
    while (scope.opened < length && scope.opened - scope.done < limit) {
      int index = scope.opened;
      Payload input = select(visit, each, index);
      Scope child = visit.turn().open(scope, index, input);
      child.previous =
          visit.turn().emit("MapIterationStarted", previous, visit.named().put("index", index));
    }
  }

  private static Payload select(Visit visit, State.ForEach each, int index) {
    Payload all = visit.turn().run.items.get(visit.scope().id);
    return select(visit, each, index, all == null ? Json.nothing() : all.json().get(index));
  }

  static Payload select(Visit visit, State.ForEach each, int index, JsonNode item) {
    if (each.selector() == null) {
      return Payload.of(item);
    }
    ObjectNode context = ContextObject.of(visit.turn().run, visit.scope(), null);
    ContextObject.item(context, index, item);
    Data data = visit.data();
    Data read =
        new Data(each.flow().source(data), null, null, data.variables(), () -> context, data.now());
    return Limits.checked(each.selector().evaluate(read), each.name());
  }

  static void childDone(Visit visit, State.ForEach each, Scope child) {
    Scope scope = visit.scope();
    ObjectNode details = visit.named().put("index", child.index);
    scope.previous = visit.turn().emit("MapIterationSucceeded", child.previous, details);
    if (scope.phase instanceof Phase.Iterating(int length, int limit) && scope.done == length) {
      succeed(visit, each);
    } else {
      begin(visit, each, child.previous);
    }
  }

  private static void succeed(Visit visit, State.ForEach each) {
    visit.turn().emit("MapStateSucceeded", visit.scope().previous, Json.object());
    visit.finish(ParallelWork.outputs(visit), each.next());
  }
}
