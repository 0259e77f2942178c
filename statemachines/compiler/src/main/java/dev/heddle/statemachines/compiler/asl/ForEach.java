package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.asl.Exit.When;
import dev.heddle.statemachines.compiler.drawing.Frame;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.language.expression.CodeText;
import dev.heddle.statemachines.language.expression.Value;
import dev.heddle.statemachines.language.vocabulary.Ports;
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
final class ForEach {
  private static final Value.Code RESULT = new CodeText().text("$states.result").done();

  private final Step step;
  private final Frame frame;
  private final Body body;
  private final Failures failures;
  private final Scope scope;
  private final boolean stops;

  /** The variable in which an iteration that may fail keeps how it ended. */
  private final String outcome;

  /** A for-each that stands in a scope. */
  ForEach(Step step, Body body, Failures failures, Scope scope) {
    this.step = step;
    this.frame = step.frame();
    this.body = body;
    this.failures = failures;
    this.scope = scope;
    this.stops = step.word("onItemError").equals("stop");
    this.outcome = "Outcome_" + step.id();
  }

  /** Whether it bears some failed items, but not all. */
  static boolean counts(Step step) {
    return !step.word("onItemError").equals("stop")
        && step.value("tolerated") instanceof Value.Literal share
        && share.json().asDouble(100) < 100;
  }

  /** The state it is entered by; {@code next} says where a port leads. */
  State make(Function<String, @Nullable State> next) {
    State map = map();
    map.exit(done(next, outputs(results())));
    return scope.add(failures.addTo(map, step, next));
  }

  private State map() {
    State map = new State("Map", step.node().name()).standsFor(step, true);
    map.field("Items", step.items());
    map.field("MaxConcurrency", number(step.atOnce()));
    if (step.runsApart()) {
      apart(map);
    } else {
      map.field("ItemSelector", new Value.Fields(item()));
      map.branch(filled(Scope.giving(scope, outcome()), Set.of()));
    }
    return map;
  }

  private Exit done(Function<String, @Nullable State> next, Value output) {
    return Exit.next(next.apply(Ports.MAIN))
        .show(Names.output(step), output)
        .assign(Names.port(step), PureStates.text(Ports.MAIN));
  }

  /** The same, and a failure if more items failed than may. */
  State counted(Function<String, @Nullable State> next) {
    String variable = "Outcomes_" + step.id();
    Value.Code outcomes = Names.read(variable);
    String share = step.value("tolerated") instanceof Value.Literal l ? l.json().toString() : "";
    Value tooMany =
        new CodeText()
            .text("$count([")
            .code(outcomes)
            .text("[ok = false]]) * 100 > " + share + " * $count(")
            .code(outcomes)
            .text(")")
            .done();
    State failed =
        new State("Fail", step.node().name() + ": too many failed").standsFor(step, false);
    failed.field("Error", PureStates.text("Heddle.TooManyFailures"));
    failed.field("Cause", PureStates.text("More than " + share + " % of the items failed"));
    State count = new State("Choice", step.node().name() + ": too many?").standsFor(step, false);
    count.exit(new Exit(new When.Rule(tooMany), scope.add(failed)));
    Exit done = done(next, outputs(outcomes));
    Exit otherwise = new Exit(new When.Default(), done.target());
    done.assignments().forEach(otherwise.assignments()::add);
    State counting = scope.add(count.exit(otherwise));
    return scope.add(map().exit(Exit.next(counting).assign(variable, results())));
  }

  private Value.Code results() {
    return step.value("batch") == null ? RESULT : Lists.joined(RESULT);
  }

  private Value outputs(Value.Code results) {
    return switch (step.word("onItemError")) {
      case "keep" -> counts(step) ? Lists.values(results) : results;
      case "drop" -> Lists.successes(results);
      default -> results;
    };
  }

  private static Map<String, Value> item() {
    Map<String, Value> item = new LinkedHashMap<>();
    item.put("item", code("$states.context.Map.Item.Value"));
    item.put("index", code("$states.context.Map.Item.Index"));
    return item;
  }

  /** What one iteration gives: what its body does, or whether that went well. */
  private Outcome outcome() {
    return stops ? body.outcome() : new Outcome.Variable(outcome);
  }

  /** Fills an iteration: its item is unpacked, then the body runs. */
  private Scope filled(Scope iteration, Set<String> outerNames) {
    Exit begin = Exit.next(stops ? body.enter(null, iteration) : attempt(iteration));
    begin.assign(frame.item(), code("$states.input.item"));
    // Shown even where nothing reads it: a run's record tells iterations apart by it.
    begin.show(frame.index(), code("$states.input.index"));
    outerNames.forEach(name -> begin.assign(name, code("$states.input.outer." + name)));
    return begun(iteration, ": one item", begin);
  }

  private Scope begun(Scope iteration, String what, Exit begin) {
    State unpack = new State("Pass", step.node().name() + what).unpacks();
    iteration.enter(iteration.add(unpack.standsFor(step, false).exit(begin)));
    return iteration;
  }

  /** The body, or its failure. */
  private State attempt(Scope iteration) {
    Scope inner = Scope.giving(iteration, body.outcome());
    inner.enter(body.enter(null, inner));
    State attempt = new State("Parallel", step.node().name() + ": one item, or its failure");
    attempt.standsFor(step, false).branch(inner);
    attempt.exit(Exit.next(null).assign(outcome, outcome(true, code("$states.result[0]"))));
    for (List<String> errors : Failures.CAUGHT) {
      attempt.exit(
          new Exit(new When.Caught(errors), null)
              .assign(outcome, outcome(false, Failures.error(step))));
    }
    return iteration.add(attempt);
  }

  /** Told apart only where it matters later which items failed. */
  private Value outcome(boolean ok, Value value) {
    if (step.word("onItemError").equals("keep") && !counts(step)) {
      return value;
    }
    Map<String, Value> outcome = new LinkedHashMap<>();
    outcome.put("ok", new Value.Literal(BooleanNode.valueOf(ok)));
    outcome.put("value", value);
    return new Value.Fields(outcome);
  }

  /** Iterations in executions of their own: what they read from outside travels with the items. */
  private void apart(State map) {
    map.field("Label", new Value.Literal(StringNode.valueOf(step.id())));
    Map<String, Value> fields = new LinkedHashMap<>();
    for (String field : List.of("tenant", "workflow", "run", "trigger", "payload")) {
      fields.put(field, Names.input(field));
    }
    fields.put("version", Tasks.orNull(Names.input("version")));
    Set<String> outerNames = body.outerNames();
    Map<String, Value> outer = new LinkedHashMap<>();
    outerNames.forEach(name -> outer.put(name, Names.read(name)));
    fields.put("outer", new Value.Fields(outer));
    Value batch = step.value("batch");
    if (batch == null) {
      fields.putAll(item());
      map.field("ItemSelector", new Value.Fields(fields));
      map.branch(filled(Scope.apart(scope, outcome(), false), outerNames));
    } else {
      map.field("ItemSelector", new Value.Fields(item()));
      map.field("ItemBatcher", batcher(batch, new Value.Fields(fields)));
      map.branch(batch(outerNames));
    }
  }

  private static Value batcher(Value size, Value input) {
    Map<String, Value> batcher = new LinkedHashMap<>();
    batcher.put("MaxItemsPerBatch", size);
    batcher.put("BatchInput", input);
    return new Value.Fields(batcher);
  }

  /** A child that runs the items of its batch one after the other. */
  private Scope batch(Set<String> outerNames) {
    String results = "Batch_" + step.id();
    Scope child = Scope.apart(scope, new Outcome.Variable(results), true);
    State items = new State("Map", step.node().name() + ": batch").standsFor(step, false);
    items.field("Items", code("$states.context.Execution.Input.Items"));
    items.field("MaxConcurrency", number(1));
    items.branch(filled(Scope.giving(child, outcome()), Set.of()));
    Exit begin = Exit.next(child.add(items.exit(Exit.next(null).assign(results, RESULT))));
    String path = "$states.input.BatchInput.outer.";
    outerNames.forEach(name -> begin.assign(name, code(path + name)));
    return begun(child, ": one batch", begin);
  }

  private static Value.Code code(String text) {
    return new CodeText().text(text).done();
  }

  private static Value number(int number) {
    return new Value.Literal(IntNode.valueOf(number));
  }
}
