package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.language.expression.DynamicValue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A way from one state to the next, or to the end of its scope where there is no target. */
final class StateTransition {

  /** When a way is taken; each kind has its place in a state's JSON. */
  sealed interface When {

    /** After the state. */
    record Next() implements When {}

    /** If this holds, and no rule before it. */
    record Rule(DynamicValue condition) implements When {}

    /** If no rule holds. */
    record Default() implements When {}

    /** If the state failed with one of these errors. */
    record Catch(List<String> errors) implements When {}
  }

  /** What a variable is set to; {@code always}: even if no state reads it. */
  record Assignment(String variable, DynamicValue value, boolean always) {}

  private final When when;
  private final @Nullable AslState target;
  private final List<Assignment> assignments = new ArrayList<>();

  StateTransition(When when, @Nullable AslState target) {
    this.when = when;
    this.target = target;
  }

  static StateTransition next(@Nullable AslState target) {
    return new StateTransition(new When.Next(), target);
  }

  /** Assigns if the value is read later. */
  StateTransition assign(String variable, DynamicValue value) {
    assignments.add(new Assignment(variable, value, false));
    return this;
  }

  /** Assigns whether or not the value is read later. */
  StateTransition assignAlways(String variable, DynamicValue value) {
    assignments.add(new Assignment(variable, value, true));
    return this;
  }

  When when() {
    return when;
  }

  @Nullable AslState target() {
    return target;
  }

  List<Assignment> assignments() {
    return assignments;
  }

  /** Whether the state itself can end its scope by this way. */
  boolean endsInPlace() {
    return target == null && when instanceof When.Next;
  }
}
