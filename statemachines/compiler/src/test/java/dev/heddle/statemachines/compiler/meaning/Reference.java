package dev.heddle.statemachines.compiler.meaning;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/** The rules of what a drawing means, word for word and one after the other. */
final class Reference {
  private static final JsonMapper JSON = JsonMapper.shared();
  private final MeaningGraph drawn;
  private final FunctionAnswers world;
  private final String trigger;
  private final JsonNode input;

  Reference(JsonNode graph, FunctionAnswers world, String trigger, JsonNode input) {
    this.drawn = new MeaningGraph(graph);
    this.world = world;
    this.trigger = trigger;
    this.input = input;
  }

  /** Only what the trigger leads to takes part. */
  Meaning run() {
    Map<String, JsonNode> names = new HashMap<>();
    names.put("trigger", input);
    names.put("run", JSON.readTree("{\"id\": \"run_1\", \"workflow\": \"wf_1\", \"version\": 3}"));
    drawn.inside("").forEach(node -> names.put(node, JSON.nullNode()));
    Around around = new Around(names, input, "");
    Level top = new Level(drawn, world, drawn.reachable(Set.of(trigger)), around);
    top.run();
    Set<String> errors =
        top.failures().stream().map(Done.Failure::error).collect(Collectors.toSet());
    return new Meaning(top.trace(), errors, output(top));
  }

  /** What a respond gave; else what the last nodes of the whole drawing gave. */
  private JsonNode output(Level top) {
    for (String node : drawn.inside("")) {
      boolean responds = drawn.type(node).equals("respond@1") && drawn.works(node);
      if (responds && top.left(node)) {
        return JsonNodeFactory.instance.objectNode().set("respond", top.names().get(node));
      }
    }
    Set<String> shown = drawn.reachable(drawn.triggers());
    shown.retainAll(drawn.inside(""));
    return top.output(drawn.sinks(shown));
  }
}
