package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.asl.StateTransition.When;
import dev.heddle.statemachines.compiler.drawing.ContainerFrame;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.expression.JsonataBuilder;
import dev.heddle.statemachines.language.vocabulary.NodePorts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.IntNode;
import tools.jackson.databind.node.StringNode;

/** A for-each: a Map, whose iterations are executions of their own where many are asked for. */
final class ForEachLowering {
  private static final DynamicValue.Code RESULT =
      new JsonataBuilder().text("$states.result").build();

  private final DrawingStep step;
  private final ContainerFrame frame;
  private final ContainerBody body;
  private final ErrorCatchers failures;
  private final LexicalScope scope;
  private final boolean stops;

  /** The variable in which an iteration that may fail keeps how it ended. */
  private final String outcome;

  /** A for-each that stands in a scope. */
  ForEachLowering(
      DrawingStep step, ContainerBody body, ErrorCatchers failures, LexicalScope scope) {
    this.step = step;
    this.frame = step.frame();
    this.body = body;
    this.failures = failures;
    this.scope = scope;
    this.stops = step.word("onItemError").equals("stop");
    this.outcome = "Outcome_" + step.id();
  }

  /** Whether it bears some failed items, but not all. */
  static boolean counts(DrawingStep step) {
    return !step.word("onItemError").equals("stop")
        && step.value("tolerated") instanceof DynamicValue.Literal share
        && share.json().asDouble(100) < 100;
  }

  /** The state it is entered by; {@code next} says where a port leads. */
  AslState make(Function<String, @Nullable AslState> next) {
    AslState map = map();
    map.exit(done(next, outputs(results())));
    return scope.add(failures.addTo(map, step, next));
  }

  private AslState map() {
    AslState map = new AslState("Map", step.node().name()).standsFor(step, true);
    map.field("Items", step.items());
    map.field("MaxConcurrency", number(step.atOnce()));
    if (step.isDistributed()) {
      distribute(map);
    } else {
      map.field("ItemSelector", new DynamicValue.Fields(item()));
      map.branch(filled(LexicalScope.giving(scope, outcome()), Set.of()));
    }
    return map;
  }

  private StateTransition done(Function<String, @Nullable AslState> next, DynamicValue output) {
    return StateTransition.next(next.apply(NodePorts.MAIN))
        .assignAlways(VariableNames.output(step), output)
        .assign(VariableNames.port(step), PureStates.text(NodePorts.MAIN));
  }

  /** The same, and a failure if more items failed than may. */
  AslState counted(Function<String, @Nullable AslState> next) {
    String variable = "Outcomes_" + step.id();
    DynamicValue.Code outcomes = VariableNames.read(variable);
    String share =
        step.value("tolerated") instanceof DynamicValue.Literal l ? l.json().toString() : "";
    DynamicValue tooMany =
        new JsonataBuilder()
            .text("$count([")
            .code(outcomes)
            .text("[ok = false]]) * 100 > " + share + " * $count(")
            .code(outcomes)
            .text(")")
            .build();
    AslState failed =
        new AslState("Fail", step.node().name() + ": too many failed").standsFor(step, false);
    failed.field("Error", PureStates.text("Heddle.TooManyFailures"));
    failed.field("Cause", PureStates.text("More than " + share + " % of the items failed"));
    AslState count =
        new AslState("Choice", step.node().name() + ": too many?").standsFor(step, false);
    count.exit(new StateTransition(new When.Rule(tooMany), scope.add(failed)));
    StateTransition done = done(next, outputs(outcomes));
    StateTransition otherwise = new StateTransition(new When.Default(), done.target());
    done.assignments().forEach(otherwise.assignments()::add);
    AslState counting = scope.add(count.exit(otherwise));
    return scope.add(map().exit(StateTransition.next(counting).assign(variable, results())));
  }

  private DynamicValue.Code results() {
    return step.value("batch") == null ? RESULT : JsonataLists.joined(RESULT);
  }

  private DynamicValue outputs(DynamicValue.Code results) {
    return switch (step.word("onItemError")) {
      case "keep" -> counts(step) ? JsonataLists.values(results) : results;
      case "drop" -> JsonataLists.successes(results);
      default -> results;
    };
  }

  private static Map<String, DynamicValue> item() {
    Map<String, DynamicValue> item = new LinkedHashMap<>();
    item.put("item", code("$states.context.Map.Item.Value"));
    item.put("index", code("$states.context.Map.Item.Index"));
    return item;
  }

  /** What one iteration gives: what its body does, or whether that went well. */
  private ScopeOutput outcome() {
    return stops ? body.outcome() : new ScopeOutput.Variable(outcome);
  }

  /** Fills an iteration: its item is unpacked, then the body runs. */
  private LexicalScope filled(LexicalScope iteration, Set<String> outerNames) {
    StateTransition begin =
        StateTransition.next(stops ? body.enter(null, iteration) : attempt(iteration));
    begin.assign(frame.item(), code("$states.input.item"));
    // Shown even where nothing reads it: a run's record tells iterations apart by it.
    begin.assignAlways(frame.index(), code("$states.input.index"));
    outerNames.forEach(name -> begin.assign(name, code("$states.input.outer." + name)));
    return beginState(iteration, ": one item", begin);
  }

  private LexicalScope beginState(LexicalScope iteration, String what, StateTransition begin) {
    AslState unpack = new AslState("Pass", step.node().name() + what).unpacks();
    iteration.enter(iteration.add(unpack.standsFor(step, false).exit(begin)));
    return iteration;
  }

  /** The body, or its failure. */
  private AslState attempt(LexicalScope iteration) {
    LexicalScope inner = LexicalScope.giving(iteration, body.outcome());
    inner.enter(body.enter(null, inner));
    AslState attempt = new AslState("Parallel", step.node().name() + ": one item, or its failure");
    attempt.standsFor(step, false).branch(inner);
    attempt.exit(
        StateTransition.next(null).assign(outcome, outcome(true, code("$states.result[0]"))));
    for (List<String> errors : ErrorCatchers.CAUGHT) {
      attempt.exit(
          new StateTransition(new When.Catch(errors), null)
              .assign(outcome, outcome(false, ErrorCatchers.error(step))));
    }
    return iteration.add(attempt);
  }

  /** Told apart only where it matters later which items failed. */
  private DynamicValue outcome(boolean ok, DynamicValue value) {
    if (step.word("onItemError").equals("keep") && !counts(step)) {
      return value;
    }
    Map<String, DynamicValue> outcome = new LinkedHashMap<>();
    outcome.put("ok", new DynamicValue.Literal(BooleanNode.valueOf(ok)));
    outcome.put("value", value);
    return new DynamicValue.Fields(outcome);
  }

  /** Iterations in executions of their own: what they read from outside travels with the items. */
  private void distribute(AslState map) {
    map.field("Label", new DynamicValue.Literal(StringNode.valueOf(step.id())));
    Map<String, DynamicValue> fields = new LinkedHashMap<>();
    for (String field : List.of("tenant", "workflow", "run", "trigger", "payload")) {
      fields.put(field, VariableNames.input(field));
    }
    fields.put("version", TaskStates.orNull(VariableNames.input("version")));
    Set<String> outerNames = body.outerNames();
    Map<String, DynamicValue> outer = new LinkedHashMap<>();
    outerNames.forEach(name -> outer.put(name, VariableNames.read(name)));
    fields.put("outer", new DynamicValue.Fields(outer));
    DynamicValue batch = step.value("batch");
    if (batch == null) {
      fields.putAll(item());
      map.field("ItemSelector", new DynamicValue.Fields(fields));
      map.branch(filled(LexicalScope.distributed(scope, outcome(), false), outerNames));
    } else {
      map.field("ItemSelector", new DynamicValue.Fields(item()));
      map.field("ItemBatcher", batcher(batch, new DynamicValue.Fields(fields)));
      map.branch(batch(outerNames));
    }
  }

  private static DynamicValue batcher(DynamicValue size, DynamicValue input) {
    Map<String, DynamicValue> batcher = new LinkedHashMap<>();
    batcher.put("MaxItemsPerBatch", size);
    batcher.put("BatchInput", input);
    return new DynamicValue.Fields(batcher);
  }

  /** A child that runs the items of its batch one after the other. */
  private LexicalScope batch(Set<String> outerNames) {
    String results = "Batch_" + step.id();
    LexicalScope child = LexicalScope.distributed(scope, new ScopeOutput.Variable(results), true);
    AslState items = new AslState("Map", step.node().name() + ": batch").standsFor(step, false);
    items.field("Items", code("$states.context.Execution.Input.Items"));
    items.field("MaxConcurrency", number(1));
    items.branch(filled(LexicalScope.giving(child, outcome()), Set.of()));
    StateTransition begin =
        StateTransition.next(
            child.add(items.exit(StateTransition.next(null).assign(results, RESULT))));
    String path = "$states.input.BatchInput.outer.";
    outerNames.forEach(name -> begin.assign(name, code(path + name)));
    return beginState(child, ": one batch", begin);
  }

  private static DynamicValue.Code code(String text) {
    return new JsonataBuilder().text(text).build();
  }

  private static DynamicValue number(int number) {
    return new DynamicValue.Literal(IntNode.valueOf(number));
  }
}
