package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.asl.Exit.When;
import dev.heddle.statemachines.compiler.drawing.Racing;
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
import tools.jackson.databind.node.NullNode;

/**
 * A race: a Parallel whose first branch to come to the merge ends all by a failure that is caught
 * and tells what the branch assigned. A branch that fails otherwise only ends itself.
 */
final class Race {
  /** What a winner fails with. */
  static final String FIRST = "Heddle.First";

  private static final Value NOTHING = new Value.Literal(NullNode.getInstance());
  private final Step merge;
  private final List<Body> branches;
  private final Scope scope;

  /** The variable in which a branch keeps its error. */
  private final String lost;

  /** A race that stands in a scope. */
  Race(Step merge, List<Body> branches, Scope scope) {
    this.merge = merge;
    this.branches = branches;
    this.scope = scope;
    this.lost = "Lost_" + merge.id();
  }

  /** The state it is entered by; {@code next} says where a port leads. */
  State make(Function<String, @Nullable State> next) {
    State race = new State("Parallel", merge.node().name() + ": race").standsFor(merge, false);
    branches.forEach(branch -> add(branch, race));
    race.exit(
        new Exit(new When.Caught(List.of(FIRST)), next.apply(Ports.MAIN))
            .show(Names.output(merge), told(Names.output(merge)))
            .show(Names.port(merge), PureStates.text(Ports.MAIN)));
    return scope.add(race.exit(unwon(next)));
  }

  private void add(Body branch, State race) {
    Scope outside = Scope.giving(scope, new Outcome.Variable(lost));
    State winner = new State("Fail", merge.node().name() + ": first").standsFor(merge, true);
    winner.field("Error", PureStates.text(FIRST));
    outside.add(winner);
    Scope inside = Scope.branch(outside);
    inside.enter(branch.enter(null, inside));
    State attempt = new State("Parallel", branch.firstName() + ", or its failure");
    attempt.branch(inside);
    attempt.exit(branch.mayMiss() ? Exit.next(asked(winner, outside)) : Exit.next(winner));
    for (List<String> errors : Failures.CAUGHT) {
      attempt.exit(new Exit(new When.Caught(errors), null).assign(lost, Failures.error(merge)));
    }
    outside.enter(outside.add(attempt));
    race.branch(outside).wins(winner);
  }

  /** Wins if a way to the merge was taken. */
  private State asked(State winner, Scope branch) {
    Value taken = new CodeText().read(Names.port(merge)).text(" != null").done();
    State asked = new State("Choice", merge.node().name() + "?");
    asked.exit(new Exit(new When.Rule(taken), winner));
    return branch.add(asked.exit(new Exit(new When.Default(), null).assign(lost, NOTHING)));
  }

  /** All branches have ended: the first that failed is what the merge fails with. */
  private Exit unwon(Function<String, @Nullable State> next) {
    State failed = scope.add(failed());
    if (!(merge.racing() instanceof Racing.Whole whole && whole.mayDie())) {
      return Exit.next(failed).assign(lost, new CodeText().text("$states.result").done());
    }
    Value any = new CodeText().text("$count(").read(lost).text("[failed]) > 0").done();
    State asked = new State("Choice", merge.node().name() + ": all failed?");
    asked.standsFor(merge, false).exit(new Exit(new When.Rule(any), failed));
    asked.exit(
        new Exit(new When.Default(), next.apply(Racing.DEAD)).assign(Names.port(merge), NOTHING));
    return Exit.next(scope.add(asked)).assign(lost, new CodeText().text("$states.result").done());
  }

  private State failed() {
    State failed = new State("Fail", merge.node().name() + ": all failed").standsFor(merge, false);
    failed.field("Error", firstLost("error", "Heddle.AllFailed"));
    return failed.field("Cause", firstLost("cause", ""));
  }

  private Value firstLost(String field, String otherwise) {
    return new CodeText()
        .text("($V := ")
        .read(lost)
        .text("[failed][0]." + field + "; $type($V) = 'string' ? $V : ")
        .quoted(otherwise)
        .text(")")
        .done();
  }

  /**
   * Makes a winner tell these variables and the merge's output, as far as a cause can hold them.
   */
  static void tell(State winner, Set<String> variables) {
    Map<String, Value> told = new LinkedHashMap<>();
    Step merge = winner.step();
    if (merge != null) {
      told.put(Names.output(merge), Names.read(Names.output(merge)));
    }
    variables.forEach(variable -> told.put(variable, Names.read(variable)));
    CodeText cause = new CodeText().text("$string(");
    winner.field("Cause", cause.code(ValueCode.of(new Value.Fields(told))).text(")").done());
  }

  /** What the winner told of a variable; null if it was another branch's. */
  static Value told(String variable) {
    String path = "$parse($states.errorOutput.Cause)." + variable;
    return new CodeText().text("($V := " + path + "; $exists($V) ? $V : null)").done();
  }
}
