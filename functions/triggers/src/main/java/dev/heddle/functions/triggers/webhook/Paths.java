package dev.heddle.functions.triggers.webhook;

import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.Workflows;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The webhook paths of a drawing; a path leads to one published workflow of its tenant. */
public final class Paths {
  private static final String WEBHOOK = "webhook@1";

  private Paths() {}

  public static void refuseTaken(Workflows workflows, String workflow, JsonNode graph) {
    for (String path : of(graph)) {
      workflows
          .answering(path)
          .filter(other -> !other.equals(workflow))
          .ifPresent(other -> refuse(workflows, path, other));
    }
  }

  private static void refuse(Workflows workflows, String path, String other) {
    String name = workflows.find(other).map(Workflow::name).orElse(other);
    throw new Fault(
        new Problem.Conflict(
            "The webhook path " + path + " already leads to “" + name + "”. Choose another path."));
  }

  private static List<String> of(JsonNode graph) {
    return graph
        .path("nodes")
        .valueStream()
        .filter(node -> node.path("type").asString("").equals(WEBHOOK))
        .map(node -> node.path("config").path("path").asString(""))
        .filter(path -> !path.isEmpty())
        .distinct()
        .toList();
  }
}
