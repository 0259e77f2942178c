package dev.heddle.localstack.aws.stepfunctions.definition;

import dev.heddle.localstack.aws.stepfunctions.query.ExpectedType;
import dev.heddle.localstack.aws.stepfunctions.query.ValueTemplate;
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
  private final DefinitionObject source;
  private final String name;
  private final QueryLanguage machine;
  private final QueryLanguage dialect;

  StateReader(BranchReader branches, DefinitionObject source, String name, QueryLanguage machine) {
    this.branches = branches;
    this.source = source;
    this.name = name;
    this.machine = machine;
    this.dialect = QueryLanguageResolver.ofState(source, machine);
  }

  @Nullable StateDefinition read() {
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
      case "Map" -> new MapStateReader(branches, source, name, machine, dialect).read(this);
      default -> {
        source.problem("Unknown state type '" + type + "'", "Type");
        yield null;
      }
    };
  }

  private StateDefinition pass() {
    fields("Pass", MOVES, Set.of());
    return new StateDefinition.Pass(
        name, dialect.flow(source, "Pass"), source.get("Result"), next());
  }

  private StateDefinition task() {
    fields("Task", MOVES, RECOVERS, TaskFields.ALL);
    var limits = new TaskFields(source, dialect, branches.express());
    return new StateDefinition.Task(
        name,
        dialect.flow(source, "Task"),
        limits.resource(),
        limits.seconds("TimeoutSeconds"),
        limits.seconds("HeartbeatSeconds"),
        recovery(),
        next());
  }

  private StateDefinition choice() {
    fields("Choice", Set.of("Choices", "Default"));
    source.require("Choices");
    var flow = dialect.flow(source, "Choice");
    List<StateDefinition.Rule> rules = new ArrayList<>();
    List<JsonNode> all = source.array("Choices");
    for (int i = 0; i < all.size(); i++) {
      DefinitionObject rule = source.inner(all.get(i), "Choices[" + i + "]");
      rule.require("Next");
      String target = rule.string("Next");
      rules.add(
          new StateDefinition.Rule(
              dialect.condition(rule), dialect.choosing(rule, flow), target == null ? "" : target));
    }
    if (source.has("Choices") && rules.isEmpty()) {
      source.problem("A Choice must have at least one rule", "Choices");
    }
    return new StateDefinition.Choice(name, flow, rules, source.string("Default"));
  }

  private StateDefinition delay() {
    fields("Wait", MOVES, Set.of("Seconds", "Timestamp"));
    ValueTemplate seconds = dialect.value(source, "Seconds", ExpectedType.NUMBER);
    ValueTemplate timestamp = dialect.value(source, "Timestamp", ExpectedType.STRING);
    if ((seconds == null) == (timestamp == null)) {
      source.problem("A Wait must have exactly one of 'Seconds' and 'Timestamp'", "");
    }
    if (timestamp instanceof ValueTemplate.Literal(JsonNode known) && !IsoTimestamps.valid(known)) {
      source.problem("String does not match RFC3339 timestamp", "Timestamp");
    }
    StateDefinition.Delay delay =
        timestamp != null
            ? new StateDefinition.Delay.Until(timestamp)
            : new StateDefinition.Delay.Seconds(
                seconds == null ? new ValueTemplate.Literal(source.node()) : seconds);
    return new StateDefinition.Wait(name, dialect.flow(source, "Wait"), delay, next());
  }

  private StateDefinition succeed() {
    fields("Succeed");
    return new StateDefinition.Succeed(name, dialect.flow(source, "Succeed"));
  }

  private StateDefinition fail() {
    fields("Fail", Set.of("Error", "Cause"));
    return new StateDefinition.Fail(
        name,
        dialect.flow(source, "Fail"),
        dialect.value(source, "Error", ExpectedType.STRING),
        dialect.value(source, "Cause", ExpectedType.STRING));
  }

  private StateDefinition parallel() {
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
    return new StateDefinition.Parallel(
        name, dialect.flow(source, "Parallel"), inner, recovery(), next());
  }

  ErrorRecovery recovery() {
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
