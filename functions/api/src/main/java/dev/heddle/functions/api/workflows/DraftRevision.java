package dev.heddle.functions.api.workflows;

import dev.heddle.functions.publishing.GeneratedCatalog;
import dev.heddle.functions.spec.workflow.Workflow;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/** A workflow with another draft. */
final class DraftRevision {
  private DraftRevision() {}

  /** The next revision of a workflow. */
  static Workflow of(Workflow stored, JsonNode graph, Instant now) {
    WorkflowOutline workflowOutline = WorkflowOutline.of(graph, GeneratedCatalog.vocabulary());
    return new Workflow(
        stored.id(),
        workflowOutline.name(),
        workflowOutline.description(),
        stored.revision() + 1,
        workflowOutline.triggers(),
        stored.publishedVersion(),
        stored.publishedRevision(),
        stored.publishedAt(),
        stored.createdAt(),
        now,
        graph);
  }
}
