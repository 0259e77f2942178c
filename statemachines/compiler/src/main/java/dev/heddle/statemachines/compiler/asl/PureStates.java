package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.asl.Exit.When;
import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.language.expression.CodeText;
import dev.heddle.statemachines.language.expression.Value;
import dev.heddle.statemachines.language.expression.Value.Literal;
import dev.heddle.statemachines.language.graph.Node;
import dev.heddle.statemachines.language.vocabulary.Wiring;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.StringNode;

/** States of nodes that call no function. */
final class PureStates {
  private final Inputs inputs;

  PureStates(Inputs inputs) {
    this.inputs = inputs;
  }

  /** A node that is passed over or pinned. */
  State idle(Step step, @Nullable State next) {
    Node.Pinned pinned = step.node().pinned();
    Exit exit = Exit.next(next).assign(Names.port(step), text(step.onlyPort()));
    if (pinned != null) {
      exit.show(Names.output(step), literal(pinned.output()));
    } else {
      exit.assign(Names.output(step), inputs.of(step));
    }
    return named("Pass", step, false).exit(exit);
  }

  private static State named(String type, Step step, boolean runs) {
    return new State(type, step.node().name()).standsFor(step, runs);
  }

  /** A node that does its work; {@code next} says where a port leads. */
  State working(Step step, Scope scope, Function<String, @Nullable State> next) {
    return switch (step.wiring()) {
      case Wiring.If _ -> choice(step, List.of(rule("true", step.value("condition"))), next);
      case Wiring.Switch _ -> choice(step, rules(step), next);
      case Wiring.SetFields _ -> pass(named("Pass", step, true), step, fields(step), next);
      case Wiring.Merge _ -> merge(step, scope, next);
      case Wiring.Respond _ -> pass(named("Pass", step, true), step, answer(step), next);
      case Wiring.Wait _ -> pause(step, next);
      case Wiring.Stop _ -> stop(step, next);
      case Wiring.Trigger _, Wiring.Call _, Wiring.Await _, Wiring.RunWorkflow _ -> notPure(step);
      case Wiring.Agent _, Wiring.ForEach _, Wiring.Loop _ -> notPure(step);
    };
  }

  private static State notPure(Step step) {
    throw new IllegalArgumentException(step.type().id() + " is not a pure node");
  }

  /** A port and the condition on which it is taken. */
  private record Rule(String port, Value condition) {}

  private static Rule rule(String port, @Nullable Value condition) {
    return new Rule(port, condition == null ? new Value.Literal(BooleanNode.FALSE) : condition);
  }

  private static List<Rule> rules(Step step) {
    List<Rule> rules = new ArrayList<>();
    if (step.value("cases") instanceof Value.Items cases) {
      for (Value item : cases.items()) {
        if (item instanceof Value.Fields fields
            && fields.fields().get("name") instanceof Value.Literal name) {
          rules.add(rule(name.json().stringValue(""), fields.fields().get("condition")));
        }
      }
    }
    return rules;
  }

  private State choice(Step step, List<Rule> rules, Function<String, @Nullable State> next) {
    State choice = named("Choice", step, true);
    for (Rule rule : rules) {
      choice.exit(leave(step, new When.Rule(rule.condition()), rule.port(), next));
    }
    String otherwise = step.ports().getLast();
    return choice.exit(leave(step, new When.Default(), otherwise, next));
  }

  private Exit leave(Step step, When when, String port, Function<String, @Nullable State> next) {
    return new Exit(when, next.apply(port))
        .show(Names.port(step), text(port))
        .assign(Names.output(step), inputs.of(step));
  }

  private static State pass(
      State pass, Step step, Value output, Function<String, @Nullable State> next) {
    return pass.exit(
        Exit.next(next.apply(step.onlyPort()))
            .show(Names.output(step), output)
            .assign(Names.port(step), text(Names.DONE)));
  }

  /** Where a branch of a race ends: what it brings is the merge's only if it wins. */
  State finish(Step step, Function<String, @Nullable State> next) {
    return new State("Pass", step.node().name())
        .exit(
            Exit.next(next.apply(step.onlyPort()))
                .assign(Names.output(step), inputs.of(step))
                .assign(Names.port(step), text(Names.DONE)));
  }

  private State merge(Step step, Scope scope, Function<String, @Nullable State> next) {
    String name = step.node().name();
    if (!step.word("mode").equals("quorum") || !(step.value("quorum") instanceof Literal quorum)) {
      return pass(named("Pass", step, true), step, inputs.of(step), next);
    }
    State merged = new State("Pass", name + ": enough").standsFor(step, false);
    State missed = new State("Fail", name + ": too few").standsFor(step, false);
    missed.field("Error", text("Heddle.Quorum"));
    missed.field("Cause", text("Fewer than " + quorum.json() + " edges were taken"));
    Value enough = new CodeText().code(inputs.taken(step)).text(" >= " + quorum.json()).done();
    State going = scope.add(pass(merged, step, inputs.of(step), next));
    return named("Choice", step, true)
        .exit(new Exit(new When.Rule(enough), going))
        .exit(new Exit(new When.Default(), scope.add(missed)));
  }

  private Value fields(Step step) {
    Map<String, Value> fields = new LinkedHashMap<>();
    if (step.value("fields") instanceof Value.Items list) {
      for (Value item : list.items()) {
        if (item instanceof Value.Fields field
            && field.fields().get("name") instanceof Value.Literal name) {
          Value value = field.fields().get("value");
          fields.put(
              name.json().stringValue(""),
              value == null ? new Value.Literal(NullNode.getInstance()) : value);
        }
      }
    }
    return keeps(step) ? merged(step, fields) : new Value.Fields(fields);
  }

  private static boolean keeps(Step step) {
    return step.value("keep") instanceof Value.Literal keep && keep.json().booleanValue(false);
  }

  /** Only an object has fields to keep. */
  private Value merged(Step step, Map<String, Value> fields) {
    return new CodeText()
        .text("($I := ")
        .code(ValueCode.of(inputs.of(step)))
        .text("; $merge([$type($I) = 'object' ? $I : {}, ")
        .code(ValueCode.of(new Value.Fields(fields)))
        .text("]))")
        .done();
  }

  private static Value answer(Step step) {
    Map<String, Value> answer = new LinkedHashMap<>();
    for (String field : List.of("status", "headers", "body")) {
      Value value = step.value(field);
      answer.put(field, value == null ? new Value.Literal(NullNode.getInstance()) : value);
    }
    return new Value.Fields(answer);
  }

  private State pause(Step step, Function<String, @Nullable State> next) {
    State pause = named("Wait", step, true);
    if (step.value("duration") instanceof Value.Fields duration) {
      copy(duration, "seconds", pause, "Seconds");
      copy(duration, "timestamp", pause, "Timestamp");
    }
    return pause.exit(
        Exit.next(next.apply(step.onlyPort()))
            .show(Names.port(step), text(Names.DONE))
            .assign(Names.output(step), inputs.of(step)));
  }

  private static void copy(Value.Fields from, String name, State to, String field) {
    Value value = from.fields().get(name);
    if (value != null) {
      to.field(field, value);
    }
  }

  private State stop(Step step, Function<String, @Nullable State> next) {
    if (step.fails()) {
      return failing(step);
    }
    return named("Pass", step, true)
        .exit(
            Exit.next(next.apply(step.onlyPort()))
                .assign(Names.output(step), inputs.of(step))
                .assign(Names.port(step), text(Names.DONE)));
  }

  private static State failing(Step step) {
    Value error = step.value("error");
    Value cause = step.value("message");
    State fail = named("Fail", step, true);
    fail.field("Error", error == null ? text("Heddle.Stopped") : error);
    return cause == null ? fail : fail.field("Cause", cause);
  }

  static Value text(String text) {
    return literal(StringNode.valueOf(text));
  }

  static Value literal(JsonNode json) {
    return new Value.Literal(json);
  }
}
