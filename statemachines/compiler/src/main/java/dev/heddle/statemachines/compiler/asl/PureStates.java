package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.asl.StateTransition.When;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.expression.DynamicValue.Literal;
import dev.heddle.statemachines.language.expression.JsonataBuilder;
import dev.heddle.statemachines.language.graph.GraphNode;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
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
  private final StepInputs stepInputs;

  PureStates(StepInputs stepInputs) {
    this.stepInputs = stepInputs;
  }

  /** A node that is passed over or pinned. */
  AslState idle(DrawingStep step, @Nullable AslState next) {
    GraphNode.PinnedOutput pinned = step.node().pinned();
    StateTransition exit =
        StateTransition.next(next).assign(VariableNames.port(step), text(step.onlyPort()));
    if (pinned != null) {
      exit.assignAlways(VariableNames.output(step), literal(pinned.output()));
    } else {
      exit.assign(VariableNames.output(step), stepInputs.of(step));
    }
    return named("Pass", step, false).exit(exit);
  }

  private static AslState named(String type, DrawingStep step, boolean runs) {
    return new AslState(type, step.node().name()).standsFor(step, runs);
  }

  /** A node that does its work; {@code next} says where a port leads. */
  AslState working(
      DrawingStep step, LexicalScope scope, Function<String, @Nullable AslState> next) {
    return switch (step.wiring()) {
      case NodeWiring.If _ -> choice(step, List.of(rule("true", step.value("condition"))), next);
      case NodeWiring.Switch _ -> choice(step, rules(step), next);
      case NodeWiring.SetFields _ -> pass(named("Pass", step, true), step, fields(step), next);
      case NodeWiring.Merge _ -> merge(step, scope, next);
      case NodeWiring.Respond _ -> pass(named("Pass", step, true), step, answer(step), next);
      case NodeWiring.Wait _ -> pause(step, next);
      case NodeWiring.Stop _ -> stop(step, next);
      case NodeWiring.Trigger _, NodeWiring.Call _, NodeWiring.Await _, NodeWiring.RunWorkflow _ ->
          notPure(step);
      case NodeWiring.Agent _, NodeWiring.ForEach _, NodeWiring.Loop _ -> notPure(step);
    };
  }

  private static AslState notPure(DrawingStep step) {
    throw new IllegalArgumentException(step.type().id() + " is not a pure node");
  }

  /** A port and the condition on which it is taken. */
  private record Rule(String port, DynamicValue condition) {}

  private static Rule rule(String port, @Nullable DynamicValue condition) {
    return new Rule(
        port, condition == null ? new DynamicValue.Literal(BooleanNode.FALSE) : condition);
  }

  private static List<Rule> rules(DrawingStep step) {
    List<Rule> rules = new ArrayList<>();
    if (step.value("cases") instanceof DynamicValue.Items cases) {
      for (DynamicValue item : cases.items()) {
        if (item instanceof DynamicValue.Fields fields
            && fields.fields().get("name") instanceof DynamicValue.Literal name) {
          rules.add(rule(name.json().stringValue(""), fields.fields().get("condition")));
        }
      }
    }
    return rules;
  }

  private AslState choice(
      DrawingStep step, List<Rule> rules, Function<String, @Nullable AslState> next) {
    AslState choice = named("Choice", step, true);
    for (Rule rule : rules) {
      choice.exit(leave(step, new When.Rule(rule.condition()), rule.port(), next));
    }
    String otherwise = step.ports().getLast();
    return choice.exit(leave(step, new When.Default(), otherwise, next));
  }

  private StateTransition leave(
      DrawingStep step, When when, String port, Function<String, @Nullable AslState> next) {
    return new StateTransition(when, next.apply(port))
        .assignAlways(VariableNames.port(step), text(port))
        .assign(VariableNames.output(step), stepInputs.of(step));
  }

  private static AslState pass(
      AslState pass,
      DrawingStep step,
      DynamicValue output,
      Function<String, @Nullable AslState> next) {
    return pass.exit(
        StateTransition.next(next.apply(step.onlyPort()))
            .assignAlways(VariableNames.output(step), output)
            .assign(VariableNames.port(step), text(VariableNames.DONE)));
  }

  /** Where a branch of a race ends: what it brings is the merge's only if it wins. */
  AslState finish(DrawingStep step, Function<String, @Nullable AslState> next) {
    return new AslState("Pass", step.node().name())
        .exit(
            StateTransition.next(next.apply(step.onlyPort()))
                .assign(VariableNames.output(step), stepInputs.of(step))
                .assign(VariableNames.port(step), text(VariableNames.DONE)));
  }

  private AslState merge(
      DrawingStep step, LexicalScope scope, Function<String, @Nullable AslState> next) {
    String name = step.node().name();
    if (!step.word("mode").equals("quorum") || !(step.value("quorum") instanceof Literal quorum)) {
      return pass(named("Pass", step, true), step, stepInputs.of(step), next);
    }
    AslState merged = new AslState("Pass", name + ": enough").standsFor(step, false);
    AslState missed = new AslState("Fail", name + ": too few").standsFor(step, false);
    missed.field("Error", text("Heddle.Quorum"));
    missed.field("Cause", text("Fewer than " + quorum.json() + " branches arrived"));
    DynamicValue enough =
        new JsonataBuilder().code(stepInputs.takenCount(step)).text(" >= " + quorum.json()).build();
    AslState going = scope.add(pass(merged, step, stepInputs.of(step), next));
    return named("Choice", step, true)
        .exit(new StateTransition(new When.Rule(enough), going))
        .exit(new StateTransition(new When.Default(), scope.add(missed)));
  }

  private DynamicValue fields(DrawingStep step) {
    Map<String, DynamicValue> fields = new LinkedHashMap<>();
    if (step.value("fields") instanceof DynamicValue.Items list) {
      for (DynamicValue item : list.items()) {
        if (item instanceof DynamicValue.Fields field
            && field.fields().get("name") instanceof DynamicValue.Literal name) {
          DynamicValue value = field.fields().get("value");
          fields.put(
              name.json().stringValue(""),
              value == null ? new DynamicValue.Literal(NullNode.getInstance()) : value);
        }
      }
    }
    return keeps(step) ? merged(step, fields) : new DynamicValue.Fields(fields);
  }

  private static boolean keeps(DrawingStep step) {
    return step.value("keep") instanceof DynamicValue.Literal keep
        && keep.json().booleanValue(false);
  }

  /** Only an object has fields to keep. */
  private DynamicValue merged(DrawingStep step, Map<String, DynamicValue> fields) {
    return new JsonataBuilder()
        .text("($I := ")
        .code(ValueCode.of(stepInputs.of(step)))
        .text("; $merge([$type($I) = 'object' ? $I : {}, ")
        .code(ValueCode.of(new DynamicValue.Fields(fields)))
        .text("]))")
        .build();
  }

  private static DynamicValue answer(DrawingStep step) {
    Map<String, DynamicValue> answer = new LinkedHashMap<>();
    for (String field : List.of("status", "headers", "body")) {
      DynamicValue value = step.value(field);
      answer.put(field, value == null ? new DynamicValue.Literal(NullNode.getInstance()) : value);
    }
    return new DynamicValue.Fields(answer);
  }

  private AslState pause(DrawingStep step, Function<String, @Nullable AslState> next) {
    AslState pause = named("Wait", step, true);
    if (step.value("duration") instanceof DynamicValue.Fields duration) {
      copy(duration, "seconds", pause, "Seconds");
      copy(duration, "timestamp", pause, "Timestamp");
    }
    return pause.exit(
        StateTransition.next(next.apply(step.onlyPort()))
            .assignAlways(VariableNames.port(step), text(VariableNames.DONE))
            .assign(VariableNames.output(step), stepInputs.of(step)));
  }

  private static void copy(DynamicValue.Fields from, String name, AslState to, String field) {
    DynamicValue value = from.fields().get(name);
    if (value != null) {
      to.field(field, value);
    }
  }

  private AslState stop(DrawingStep step, Function<String, @Nullable AslState> next) {
    if (step.fails()) {
      return failing(step);
    }
    return named("Pass", step, true)
        .exit(
            StateTransition.next(next.apply(step.onlyPort()))
                .assign(VariableNames.output(step), stepInputs.of(step))
                .assign(VariableNames.port(step), text(VariableNames.DONE)));
  }

  private static AslState failing(DrawingStep step) {
    DynamicValue error = step.value("error");
    DynamicValue cause = step.value("message");
    AslState fail = named("Fail", step, true);
    fail.field("Error", error == null ? text("Heddle.Stopped") : error);
    return cause == null ? fail : fail.field("Cause", cause);
  }

  static DynamicValue text(String text) {
    return literal(StringNode.valueOf(text));
  }

  static DynamicValue literal(JsonNode json) {
    return new DynamicValue.Literal(json);
  }
}
