package dev.heddle.localstack.aws.stepfunctions.definition;

import dev.heddle.localstack.aws.stepfunctions.query.Expected;
import dev.heddle.localstack.aws.stepfunctions.query.Template;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads one state. */
final class StateReader {
  private static final Set<String> COMMON = Set.of("Type", "Comment", "QueryLanguage");
  private static final Set<String> MOVES = Set.of("Next", "End");
  private static final Set<String> RECOVERS = Set.of("Retry", "Catch");

  private final BranchReader branches;
  private final Source source;
  private final String name;
  private final Dialect machine;
  private final Dialect dialect;

  StateReader(BranchReader branches, Source source, String name, Dialect machine) {
    this.branches = branches;
    this.source = source;
    this.name = name;
    this.machine = machine;
    this.dialect = Dialects.ofState(source, machine);
  }

  @Nullable State read() {
    source.require("Type");
    String type = source.string("Type");
    return switch (type) {
      case null -> null;
      case "Pass" -> pass();
      case "Task" -> task();
      case "Choice" -> choice();
      case "Wait" -> delay();
      case "Succeed" -> succeed();
      case "Fail" -> fail();
      case "Parallel" -> parallel();
      case "Map" -> new MapReader(branches, source, name, machine, dialect).read(this);
      default -> {
        source.problem("Unknown state type '" + type + "'", "Type");
        yield null;
      }
    };
  }

  private State pass() {
    fields("Pass", MOVES, Set.of());
    return new State.Pass(name, dialect.flow(source, "Pass"), source.get("Result"), next());
  }

  private State task() {
    fields("Task", MOVES, RECOVERS, TaskFields.ALL);
    var limits = new TaskFields(source, dialect, branches.express());
    return new State.Task(
        name,
        dialect.flow(source, "Task"),
        limits.resource(),
        limits.seconds("TimeoutSeconds"),
        limits.seconds("HeartbeatSeconds"),
        recovery(),
        next());
  }

  private State choice() {
    fields("Choice", Set.of("Choices", "Default"));
    source.require("Choices");
    var flow = dialect.flow(source, "Choice");
    List<State.Rule> rules = new ArrayList<>();
    List<JsonNode> all = source.array("Choices");
    for (int i = 0; i < all.size(); i++) {
      Source rule = source.inner(all.get(i), "Choices[" + i + "]");
      rule.require("Next");
      String target = rule.string("Next");
      rules.add(
          new State.Rule(
              dialect.condition(rule), dialect.choosing(rule, flow), target == null ? "" : target));
    }
    if (source.has("Choices") && rules.isEmpty()) {
      source.problem("A Choice must have at least one rule", "Choices");
    }
    return new State.Choice(name, flow, rules, source.string("Default"));
  }

  private State delay() {
    fields("Wait", MOVES, Set.of("Seconds", "Timestamp"));
    Template seconds = dialect.value(source, "Seconds", Expected.NUMBER);
    Template timestamp = dialect.value(source, "Timestamp", Expected.STRING);
    if ((seconds == null) == (timestamp == null)) {
      source.problem("A Wait must have exactly one of 'Seconds' and 'Timestamp'", "");
    }
    if (timestamp instanceof Template.Literal(JsonNode known) && !Timestamps.valid(known)) {
      source.problem("String does not match RFC3339 timestamp", "Timestamp");
    }
    State.Delay delay =
        timestamp != null
            ? new State.Delay.Until(timestamp)
            : new State.Delay.Seconds(
                seconds == null ? new Template.Literal(source.node()) : seconds);
    return new State.Wait(name, dialect.flow(source, "Wait"), delay, next());
  }

  private State succeed() {
    fields("Succeed");
    return new State.Succeed(name, dialect.flow(source, "Succeed"));
  }

  private State fail() {
    fields("Fail", Set.of("Error", "Cause"));
    return new State.Fail(
        name,
        dialect.flow(source, "Fail"),
        dialect.value(source, "Error", Expected.STRING),
        dialect.value(source, "Cause", Expected.STRING));
  }

  private State parallel() {
    fields("Parallel", MOVES, RECOVERS, Set.of("Branches"));
    source.require("Branches");
    List<Branch> inner = new ArrayList<>();
    List<JsonNode> all = source.array("Branches");
    for (int i = 0; i < all.size(); i++) {
      inner.add(branches.read(source.inner(all.get(i), "Branches[" + i + "]"), machine));
    }
    if (source.has("Branches") && inner.isEmpty()) {
      source.problem("A Parallel must have at least one branch", "Branches");
    }
    return new State.Parallel(name, dialect.flow(source, "Parallel"), inner, recovery(), next());
  }

  Recovery recovery() {
    return new RecoveryReader(source, dialect).read();
  }

  @Nullable String next() {
    boolean end = source.flag("End");
    String next = source.string("Next");
    if (end == (next != null)) {
      source.problem("The state must have exactly one of 'Next' and 'End'", "");
    }
    return next;
  }

  @SafeVarargs
  final void fields(String type, Set<String>... groups) {
    Set<String> known = new HashSet<>(COMMON);
    known.addAll(dialect.fields(type));
    for (Set<String> group : groups) {
      known.addAll(group);
    }
    source.refuseUnknown(known);
  }
}
