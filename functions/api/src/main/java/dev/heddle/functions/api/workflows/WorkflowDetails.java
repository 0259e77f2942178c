package dev.heddle.functions.api.workflows;

import dev.heddle.functions.spec.shape.AsHeader;
import dev.heddle.functions.spec.shape.AsHeader.Header;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.statemachines.language.Issue;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A workflow with its draft and what is wrong with it.
 *
 * @param draftPublished whether the published version is what the draft says
 */
public record WorkflowDetails(
    @AsHeader(Header.ETAG) String etag,
    @Example("wf_4mz7q2xk9t3bvn8rc6dh") String id,
    @Example("Support triage") String name,
    @Example("Sorts tickets and pages someone when it is urgent.") String description,
    @Example("7") long revision,
    @Example("3") @Nullable Long publishedVersion,
    @Example("2030-01-31T09:00:00Z") @Nullable Instant publishedAt,
    Instant createdAt,
    Instant updatedAt,
    boolean draftPublished,
    @Example(GraphExample.JSON) JsonNode graph,
    List<Issue> issues) {

  static WorkflowDetails of(Workflow workflow, List<Issue> issues) {
    Long publishedRevision = workflow.publishedRevision();
    return new WorkflowDetails(
        Long.toString(workflow.revision()),
        workflow.id(),
        workflow.name(),
        workflow.description(),
        workflow.revision(),
        workflow.publishedVersion(),
        workflow.publishedAt(),
        workflow.createdAt(),
        workflow.updatedAt(),
        publishedRevision != null && publishedRevision == workflow.revision(),
        workflow.graph(),
        issues);
  }
}
