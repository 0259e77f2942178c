package dev.heddle.statemachines.compiler.meaning;

import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Configs at random. */
final class Config {
  private static final List<String> VALUES =
      List.of(
          "{% $A %}",
          "{% $A.x %}",
          "{% $A.list %}",
          "{% $A.list[0] %}",
          "{% $A[0] %}",
          "{% $A.list[$ > 1] %}",
          "{% {\"v\": $A.x, \"w\": $B} %}",
          "{% [$A.x, $B] %}",
          "{% $exists($A.x) ? $A.x : 'none' %}",
          "{% $A.x + 1 %}",
          "{% $string($A) %}",
          "{% $map($A.list, function($v) { $v * 2 }) %}",
          "{% $sum($A.list) %}",
          "{% $trigger.x %}",
          "{% $trigger[0] %}",
          "{% $run.id & '/' & $run.version %}",
          "{% ($y := $A.list; $count($y)) %}",
          "Hi {{ $A.name }}, {{ $B }}",
          "{{ $A.list }}!",
          "plain",
          "{% $A.list^(>$) %}",
          "{% $A = $B %}",
          "{% $A.list[-1] & 'x' %}");
  private static final List<String> TEXTS =
      List.of(
          "Hi {{ $A.name }}, {{ $B }}", "{{ $A }}", "{% 'x' & $A.x %}", "plain", "{{ $A.x + 1 }}");
  private static final List<String> CONDITIONS =
      List.of(
          "{% $A.flag %}",
          "{% $A.x = 1 %}",
          "{% $A = null %}",
          "{% $A.x > 3 %}",
          "{% $A %}",
          "{% $exists($A.x) %}",
          "{% $B.list %}",
          "{% $A.nothing %}",
          "{% $trigger.x = 1 %}");
  private static final List<String> ITEMS =
      List.of(
          "{% $A.list %}",
          "{% $A.list %}",
          "{% $A %}",
          "{% [$A, $B] %}",
          "{% $A.nothing %}",
          "{% $A.list[0] %}",
          "{% [1, 2, 3] %}",
          "{% [null, 'x'] %}",
          "{% ['{' & '% 1 %' & '}'] %}",
          "{% [[1, 2]] %}",
          "{% [] %}",
          "{% null %}");
  private static final List<String> UNTIL =
      List.of(
          "{% $loop.index >= 1 %}",
          "{% $loop.index = 2 %}",
          "{% $loop.last.flag %}",
          "{% $loop.last = null %}",
          "{% $exists($loop.last.x) %}",
          "{% $A.flag or $loop.index > 0 %}",
          "{% true %}",
          "{% false %}");
  private static final List<String> CHILDREN = List.of("wf_echo", "wf_slow", "wf_fails");
  private final Dice dice;

  Config(Dice dice) {
    this.dice = dice;
  }

  /** Fills the config of a node that may name these. */
  void fill(ObjectNode node, List<String> names, int edges) {
    ObjectNode config = (ObjectNode) node.get("config");
    switch (node.path("type").stringValue()) {
      case "if@1" -> config.put("condition", named(names, CONDITIONS));
      case "switch@1" -> cases(names, config.putArray("cases"));
      case "set@1" -> fields(names, config);
      case "merge@1" -> quorum(config, edges);
      case "wait@1" -> config.putObject("duration").put("kind", "seconds").put("seconds", 5);
      case "stop@1" -> config.put("outcome", dice.chance(50) ? "end" : "fail");
      case "respond@1" -> config.put("body", named(names, VALUES));
      case "work@1", "pick@1" -> config.put("value", named(names, VALUES));
      case "for-each@1" -> each(names, config);
      case "loop@1" -> config.put("until", named(names, UNTIL)).put("max", 1 + dice.below(3));
      case "approval@1" -> ask(names, config);
      case "run-workflow@1" -> child(names, config);
      default -> {}
    }
  }

  private void cases(List<String> names, ArrayNode cases) {
    cases.addObject().put("name", "one").put("condition", named(names, CONDITIONS));
    cases.addObject().put("name", "two").put("condition", named(names, CONDITIONS));
  }

  private void fields(List<String> names, ObjectNode config) {
    config.put("keep", dice.chance(50));
    ArrayNode fields = config.putArray("fields");
    fields.addObject().put("name", "x").put("value", named(names, VALUES));
    ObjectNode list = fields.addObject().put("name", "list");
    list.putArray("value").add(named(names, VALUES)).add(3).add(named(names, VALUES));
  }

  private void quorum(ObjectNode config, int edges) {
    if (edges > 0 && dice.chance(30)) {
      config.put("mode", "quorum").put("quorum", 1 + dice.below(edges));
    }
  }

  private void each(List<String> names, ObjectNode config) {
    config.put("items", named(names, ITEMS));
    config.put("onItemError", dice.pick(List.of("stop", "keep", "keep", "drop")));
    if (dice.chance(20)) {
      config.put("tolerated", 50);
    }
    if (dice.chance(20)) {
      config.put("batch", 2);
    } else if (dice.chance(40)) {
      config.put("atOnce", dice.pick(List.of(1, 2, 50)));
    }
  }

  private void ask(List<String> names, ObjectNode config) {
    config.put("title", named(names, TEXTS));
    if (dice.chance(60)) {
      config.put("timeoutSeconds", 1 + dice.below(3));
    }
  }

  private void child(List<String> names, ObjectNode config) {
    config.put("workflow", dice.pick(CHILDREN));
    if (dice.chance(60)) {
      config.put("input", named(names, VALUES));
    }
    if (dice.chance(30)) {
      config.put("wait", false);
    }
  }

  /** A template with names in place of its letters. */
  private String named(List<String> names, List<String> templates) {
    String template = dice.pick(templates);
    return template.replace("$A", "$" + name(names)).replace("$B", "$" + name(names));
  }

  private String name(List<String> names) {
    if (names.isEmpty()) {
      return "trigger";
    }
    String name = dice.pick(names);
    return switch (name) {
      case "item" -> dice.pick(List.of("item", "item", "index"));
      case "loop" -> dice.pick(List.of("loop.last", "loop.last", "loop.index"));
      default -> name;
    };
  }
}
