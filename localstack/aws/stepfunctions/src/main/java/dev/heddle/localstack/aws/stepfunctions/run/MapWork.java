package dev.heddle.localstack.aws.stepfunctions.run;

import dev.heddle.localstack.aws.stepfunctions.definition.StateDefinition;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.json.Payload;
import dev.heddle.localstack.aws.stepfunctions.query.EvaluationContext;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Map: one iteration for each item, some at a time; their outputs become a list. */
final class MapWork {
  private static final int INLINE_LIMIT = 40;

  private MapWork() {}

  static void enter(StateVisit stateVisit, StateDefinition.MapState each) {
    if (each.distribution() != null) {
      DistributedMapWork.enter(stateVisit, each, each.distribution());
      return;
    }
    EvaluationContext data = stateVisit.data();
    JsonNode items = items(each, data);
    int limit = limit(each, data, INLINE_LIMIT);
    ObjectNode details = Json.object().put("length", items.size());
    stateVisit.turn().chain(stateVisit.scope(), "MapStateStarted", details);
    stateVisit.phase(new Phase.Iterating(items.size(), limit));
    if (items.isEmpty()) {
      succeed(stateVisit, each);
    } else {
      stateVisit.turn().keep(stateVisit.scope(), Payload.of(items));
      begin(stateVisit, each, stateVisit.scope().previous);
    }
  }

  static JsonNode items(StateDefinition.MapState each, EvaluationContext data) {
    JsonNode source = each.flow().source(data);
    JsonNode items = each.items() == null ? source : each.items().evaluate(data.withInput(source));
    if (!items.isArray()) {
      throw StateFault.query("Map state input must be an array but was: " + items, null);
    }
    return items;
  }

  static int limit(StateDefinition.MapState each, EvaluationContext data, int most) {
    if (each.maxConcurrency() == null) {
      return most;
    }
    double wanted = each.maxConcurrency().evaluate(data).asDouble(0);
    return wanted < 1 ? most : (int) Math.min(most, wanted);
  }

  /** Begins as many iterations as may run. */
  private static void begin(StateVisit stateVisit, StateDefinition.MapState each, long previous) {
    BranchScope scope = stateVisit.scope();
    if (!(scope.phase instanceof Phase.Iterating(int length, int limit))) {
      return;
    }
    while (scope.opened < length && scope.opened - scope.done < limit) {
      int index = scope.opened;
      Payload input = select(stateVisit, each, index);
      BranchScope child = stateVisit.turn().open(scope, index, input);
      child.previous =
          stateVisit
              .turn()
              .emit("MapIterationStarted", previous, stateVisit.named().put("index", index));
    }
  }

  private static Payload select(StateVisit stateVisit, StateDefinition.MapState each, int index) {
    Payload all = stateVisit.turn().run.items.get(stateVisit.scope().id);
    return select(stateVisit, each, index, all == null ? Json.nothing() : all.json().get(index));
  }

  static Payload select(
      StateVisit stateVisit, StateDefinition.MapState each, int index, JsonNode item) {
    if (each.selector() == null) {
      return Payload.of(item);
    }
    ObjectNode context = ContextObject.of(stateVisit.turn().run, stateVisit.scope(), null);
    ContextObject.item(context, index, item);
    EvaluationContext data = stateVisit.data();
    EvaluationContext read =
        EvaluationContext.of(each.flow().source(data), data.variables(), () -> context, data.now());
    return PayloadLimits.checked(each.selector().evaluate(read), each.name());
  }

  static void childDone(StateVisit stateVisit, StateDefinition.MapState each, BranchScope child) {
    BranchScope scope = stateVisit.scope();
    ObjectNode details = stateVisit.named().put("index", child.index);
    scope.previous = stateVisit.turn().emit("MapIterationSucceeded", child.previous, details);
    if (scope.phase instanceof Phase.Iterating(int length, int limit) && scope.done == length) {
      succeed(stateVisit, each);
    } else {
      begin(stateVisit, each, child.previous);
    }
  }

  private static void succeed(StateVisit stateVisit, StateDefinition.MapState each) {
    stateVisit.turn().emit("MapStateSucceeded", stateVisit.scope().previous, Json.object());
    stateVisit.finish(ParallelWork.outputs(stateVisit), each.next());
  }
}
