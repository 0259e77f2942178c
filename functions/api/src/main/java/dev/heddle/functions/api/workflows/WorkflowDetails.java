package dev.heddle.functions.api.workflows;

import dev.heddle.functions.spec.shape.AsHeader;
import dev.heddle.functions.spec.shape.AsHeader.Header;
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
    String id,
    String name,
    String description,
    long revision,
    @Nullable Long publishedVersion,
    @Nullable Instant publishedAt,
    Instant createdAt,
    Instant updatedAt,
    boolean draftPublished,
    JsonNode graph,
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
