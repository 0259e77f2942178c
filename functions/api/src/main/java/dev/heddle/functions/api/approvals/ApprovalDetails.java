package dev.heddle.functions.api.approvals;

import dev.heddle.functions.spec.account.User;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.shape.VariantName;
import dev.heddle.functions.spec.wait.Approval;
import dev.heddle.functions.spec.wait.Approval.Decision;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A question that a run asks people.
 *
 * @param run the run that waits, and {@code path} the iteration of it
 * @param approvers who may decide, by e-mail address; empty when every member may
 * @param expiresAt when the run goes on without an answer
 * @param mine whether the caller may decide
 */
public record ApprovalDetails(
    @Example("apr_5nz8k2vx7qm3td9b4rhw") String id,
    Status status,
    NamedRef workflow,
    @Example("run_8kd3n7vq2mxz5tb9w4fj") String run,
    NamedRef node,
    @Example("") String path,
    @Example("Refund order 1017?") String title,
    @Example("It is over 500.") String message,
    @Example("{\"order\": 1017, \"total\": 900}") @Nullable JsonNode details,
    @Example("ada@example.com") List<String> approvers,
    Instant askedAt,
    @Nullable Instant expiresAt,
    @Nullable Instant decidedAt,
    @Nullable NamedRef decidedBy,
    @Nullable String comment,
    boolean mine) {

  /** How it stands. */
  public enum Status {
    @VariantName
    WAITING,
    @VariantName
    APPROVED,
    @VariantName
    REJECTED,
    @VariantName
    EXPIRED,
    @VariantName
    CANCELLED
  }

  /** Something by its id and how people call it. */
  public record NamedRef(
      @Example("usr_2hq9x7m4kd8vn3zt6rbw") String id, @Example("Ada Lovelace") String name) {}

  static ApprovalDetails of(Approval approval, @Nullable User caller) {
    var place = approval.place();
    var question = approval.question();
    @Nullable Decision decision = approval.decision();
    return new ApprovalDetails(
        approval.id(),
        Status.valueOf(approval.status().name()),
        new NamedRef(place.workflow(), place.workflowName()),
        place.run(),
        new NamedRef(place.node(), place.nodeName()),
        place.path(),
        question.title(),
        question.message(),
        question.details(),
        question.approvers(),
        approval.askedAt(),
        approval.expiresAt(),
        decision == null ? null : decision.at(),
        decision == null ? null : new NamedRef(decision.by().id(), decision.by().name()),
        decision == null ? null : decision.comment(),
        approval.isUpTo(caller));
  }
}
