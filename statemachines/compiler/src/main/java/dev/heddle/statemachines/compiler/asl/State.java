package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.compiler.drawing.Step;
import dev.heddle.statemachines.language.expression.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A state in the making: its own fields, and the ways that leave it. */
final class State {
  private final String type;
  private final String name;
  private final Map<String, Value> fields = new LinkedHashMap<>();
  private final List<Scope> branches = new ArrayList<>();
  private final List<Exit> exits = new ArrayList<>();
  private final List<Case> cases = new ArrayList<>();
  private final List<State> winners = new ArrayList<>();
  private @Nullable Step step;
  private boolean runs;
  private boolean unpacks;

  State(String type, String name) {
    this.type = type;
    this.name = name;
  }

  /** Says which node the state stands for, and whether entering it means that the node runs. */
  State standsFor(Step step, boolean runs) {
    this.step = step;
    this.runs = runs;
    return this;
  }

  State field(String field, Value value) {
    fields.put(field, value);
    return this;
  }

  State branch(Scope branch) {
    branches.add(branch);
    return this;
  }

  State exit(Exit exit) {
    exits.add(exit);
    return this;
  }

  /** Whether it only unpacks what turned out not to be read. */
  boolean isIdle() {
    return unpacks && exits.getFirst().assignments().isEmpty();
  }

  /** Says that it only unpacks what later states may read. */
  State unpacks() {
    unpacks = true;
    return this;
  }

  /** Remembers the state by which each branch of a race wins. */
  State wins(State winner) {
    winners.add(winner);
    return this;
  }

  /** Remembers what a choice among entries asks. */
  State asks(List<Case> asked) {
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

  Map<String, Value> fields() {
    return fields;
  }

  List<Scope> branches() {
    return branches;
  }

  List<Exit> exits() {
    return exits;
  }

  List<State> winners() {
    return winners;
  }

  List<Case> cases() {
    return cases;
  }

  @Nullable Step step() {
    return step;
  }

  boolean runs() {
    return runs;
  }
}
