package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.asl.StateTransition.When;
import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.compiler.drawing.RaceRole;
import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.expression.JsonataBuilder;
import dev.heddle.statemachines.language.vocabulary.NodePorts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.NullNode;

/**
 * A race: a Parallel whose first branch to come to the merge ends all by a failure that is caught
 * and tells what the branch assigned. A branch that fails otherwise only ends itself.
 */
final class RaceLowering {
  /** What a winner fails with. */
  static final String FIRST = "Heddle.First";

  private static final DynamicValue NOTHING = new DynamicValue.Literal(NullNode.getInstance());
  private final DrawingStep merge;
  private final List<ContainerBody> branches;
  private final LexicalScope scope;

  /** The variable in which a branch keeps its error. */
  private final String lost;

  /** A race that stands in a scope. */
  RaceLowering(DrawingStep merge, List<ContainerBody> branches, LexicalScope scope) {
    this.merge = merge;
    this.branches = branches;
    this.scope = scope;
    this.lost = "Lost_" + merge.id();
  }

  /** The state it is entered by; {@code next} says where a port leads. */
  AslState make(Function<String, @Nullable AslState> next) {
    AslState race =
        new AslState("Parallel", merge.node().name() + ": race").standsFor(merge, false);
    branches.forEach(branch -> add(branch, race));
    race.exit(
        new StateTransition(new When.Catch(List.of(FIRST)), next.apply(NodePorts.MAIN))
            .assignAlways(VariableNames.output(merge), readCause(VariableNames.output(merge)))
            .assignAlways(VariableNames.port(merge), PureStates.text(NodePorts.MAIN)));
    return scope.add(race.exit(unwon(next)));
  }

  private void add(ContainerBody branch, AslState race) {
    LexicalScope outside = LexicalScope.giving(scope, new ScopeOutput.Variable(lost));
    AslState winner = new AslState("Fail", merge.node().name() + ": first").standsFor(merge, true);
    winner.field("Error", PureStates.text(FIRST));
    outside.add(winner);
    LexicalScope inside = LexicalScope.branch(outside);
    inside.enter(branch.enter(null, inside));
    AslState attempt = new AslState("Parallel", branch.firstName() + ", or its failure");
    attempt.branch(inside);
    attempt.exit(
        branch.mayMiss()
            ? StateTransition.next(winnerChoice(winner, outside))
            : StateTransition.next(winner));
    for (List<String> errors : ErrorCatchers.CAUGHT) {
      attempt.exit(
          new StateTransition(new When.Catch(errors), null)
              .assign(lost, ErrorCatchers.error(merge)));
    }
    outside.enter(outside.add(attempt));
    race.branch(outside).wins(winner);
  }

  /** Wins if a way to the merge was taken. */
  private AslState winnerChoice(AslState winner, LexicalScope branch) {
    DynamicValue portTaken =
        new JsonataBuilder().read(VariableNames.port(merge)).text(" != null").build();
    AslState winnerChoice = new AslState("Choice", merge.node().name() + "?");
    winnerChoice.exit(new StateTransition(new When.Rule(portTaken), winner));
    return branch.add(
        winnerChoice.exit(new StateTransition(new When.Default(), null).assign(lost, NOTHING)));
  }

  /** All branches have ended: the first that failed is what the merge fails with. */
  private StateTransition unwon(Function<String, @Nullable AslState> next) {
    AslState failed = scope.add(failed());
    if (!(merge.raceRole() instanceof RaceRole.Whole whole && whole.mayDie())) {
      return StateTransition.next(failed)
          .assign(lost, new JsonataBuilder().text("$states.result").build());
    }
    DynamicValue any =
        new JsonataBuilder().text("$count(").read(lost).text("[failed]) > 0").build();
    AslState failureChoice = new AslState("Choice", merge.node().name() + ": all failed?");
    failureChoice.standsFor(merge, false).exit(new StateTransition(new When.Rule(any), failed));
    failureChoice.exit(
        new StateTransition(new When.Default(), next.apply(RaceRole.DEAD))
            .assign(VariableNames.port(merge), NOTHING));
    return StateTransition.next(scope.add(failureChoice))
        .assign(lost, new JsonataBuilder().text("$states.result").build());
  }

  private AslState failed() {
    AslState failed =
        new AslState("Fail", merge.node().name() + ": all failed").standsFor(merge, false);
    failed.field("Error", firstLost("error", "Heddle.AllFailed"));
    return failed.field("Cause", firstLost("cause", ""));
  }

  private DynamicValue firstLost(String field, String otherwise) {
    return new JsonataBuilder()
        .text("($V := ")
        .read(lost)
        .text("[failed][0]." + field + "; $type($V) = 'string' ? $V : ")
        .quoted(otherwise)
        .text(")")
        .build();
  }

  /**
   * Makes a winner tell these variables and the merge's output, as far as a cause can hold them.
   */
  static void writeCause(AslState winner, Set<String> variables) {
    Map<String, DynamicValue> variableValues = new LinkedHashMap<>();
    DrawingStep merge = winner.step();
    if (merge != null) {
      variableValues.put(
          VariableNames.output(merge), VariableNames.read(VariableNames.output(merge)));
    }
    variables.forEach(variable -> variableValues.put(variable, VariableNames.read(variable)));
    JsonataBuilder cause = new JsonataBuilder().text("$string(");
    winner.field(
        "Cause",
        cause.code(ValueCode.of(new DynamicValue.Fields(variableValues))).text(")").build());
  }

  /** What the winner told of a variable; null if it was another branch's. */
  static DynamicValue readCause(String variable) {
    String path = "$parse($states.errorOutput.Cause)." + variable;
    return new JsonataBuilder().text("($V := " + path + "; $exists($V) ? $V : null)").build();
  }
}
