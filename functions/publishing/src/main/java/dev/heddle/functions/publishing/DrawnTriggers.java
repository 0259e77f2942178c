package dev.heddle.functions.publishing;

import dev.heddle.functions.spec.port.RunScheduler.Timer;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.DrawnTrigger;
import dev.heddle.functions.spec.workflow.AddressClaim;
import dev.heddle.functions.triggers.Triggers;
import dev.heddle.statemachines.language.Issue;
import dev.heddle.statemachines.language.graph.GraphDocument;
import java.time.Instant;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The triggers of a drawing that are switched on, in its order, and what they ask for together. */
public record DrawnTriggers(List<DrawnTrigger<?>> all) {

  /** The triggers of a graph document, whatever it holds. */
  public static DrawnTriggers of(JsonNode document) {
    return new DrawnTriggers(
        GraphDocument.of(document).nodes().stream()
            .<DrawnTrigger<?>>flatMap(
                node ->
                    Triggers.ALL.stream()
                        .flatMap(trigger -> DrawnTrigger.of(trigger, node).stream()))
            .toList());
  }

  /** What keeps the drawing from being published, beyond what the compiler sees. */
  public List<Issue> issues() {
    return all.stream().flatMap(trigger -> trigger.issues().stream()).toList();
  }

  /** The names that are to lead to its workflow, each once. */
  public List<AddressClaim> claims() {
    return all.stream().flatMap(trigger -> trigger.claims().stream()).distinct().toList();
  }

  /** What one of them gives when a run is started by it and nothing is sent. */
  public JsonNode sample(String node) {
    return all.stream()
        .filter(trigger -> trigger.id().equals(node))
        .findFirst()
        .map(DrawnTrigger::sample)
        .orElseGet(WireJson.MAPPER::createObjectNode);
  }

  /** The timers that are to stand while it is published. */
  public List<Timer> timers(Instant now) {
    return all.stream().flatMap(trigger -> trigger.timers(now).stream()).toList();
  }
}
