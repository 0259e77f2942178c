package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.DrawingStep;
import dev.heddle.statemachines.language.expression.DynamicValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A state in the making: its own fields, and the ways that leave it. */
final class AslState {
  private final String type;
  private final String name;
  private final Map<String, DynamicValue> fields = new LinkedHashMap<>();
  private final List<LexicalScope> branches = new ArrayList<>();
  private final List<StateTransition> exits = new ArrayList<>();
  private final List<PlanEntry> cases = new ArrayList<>();
  private final List<AslState> winners = new ArrayList<>();
  private @Nullable DrawingStep step;
  private boolean runs;
  private boolean unpacks;

  AslState(String type, String name) {
    this.type = type;
    this.name = name;
  }

  /** Says which node the state stands for, and whether entering it means that the node runs. */
  AslState standsFor(DrawingStep step, boolean runs) {
    this.step = step;
    this.runs = runs;
    return this;
  }

  AslState field(String field, DynamicValue value) {
    fields.put(field, value);
    return this;
  }

  AslState branch(LexicalScope branch) {
    branches.add(branch);
    return this;
  }

  AslState exit(StateTransition exit) {
    exits.add(exit);
    return this;
  }

  /** Whether it only unpacks what turned out not to be read. */
  boolean isIdle() {
    return unpacks && exits.getFirst().assignments().isEmpty();
  }

  /** Says that it only unpacks what later states may read. */
  AslState unpacks() {
    unpacks = true;
    return this;
  }

  /** Remembers the state by which each branch of a race wins. */
  AslState wins(AslState winner) {
    winners.add(winner);
    return this;
  }

  /** Remembers what a choice among entries asks. */
  AslState asks(List<PlanEntry> asked) {
    cases.addAll(asked);
    return this;
  }

  String type() {
    return type;
  }

  /** The name it would like; the writer makes it unique. */
  String name() {
    return name;
  }

  Map<String, DynamicValue> fields() {
    return fields;
  }

  List<LexicalScope> branches() {
    return branches;
  }

  List<StateTransition> exits() {
    return exits;
  }

  List<AslState> winners() {
    return winners;
  }

  List<PlanEntry> cases() {
    return cases;
  }

  @Nullable DrawingStep step() {
    return step;
  }

  boolean runs() {
    return runs;
  }
}
