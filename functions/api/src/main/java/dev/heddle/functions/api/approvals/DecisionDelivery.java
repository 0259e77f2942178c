package dev.heddle.functions.api.approvals;

import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.TaskCallbacks;
import dev.heddle.functions.spec.port.TaskCallbacks.Result;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.wait.Approval;
import dev.heddle.functions.spec.wait.Approval.Decision;
import dev.heddle.functions.spec.wait.Approval.Status;
import dev.heddle.functions.spec.wait.Approvals;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stores a decision, then tells the run. After a crash between the two a repeated decision tells it
 * again, so a decision is never lost and never made twice.
 */
record DecisionDelivery(Approvals approvals, TaskCallbacks tasks, Instant now) {

  /** Decides what waits; a conflict when someone else was faster, or the run went on without. */
  Approval decide(Approval waiting, Status status, Decision decision) {
    Approval decided = waiting.decided(status, decision);
    if (!approvals.change(decided, waiting)) {
      throw conflict(approvals.find(waiting.id()).orElse(waiting));
    }
    if (send(decided) == Result.TAKEN) {
      return markSent(decided);
    }
    Approval over = decided.ended(decided.isLate(now) ? Status.EXPIRED : Status.CANCELLED);
    approvals.change(over, decided);
    throw conflict(over);
  }

  /**
   * Tells the run once more, if it isn't sure to know. That its task is over then means that it
   * knew.
   */
  Approval finish(Approval decided) {
    if (decided.sent()) {
      return decided;
    }
    send(decided);
    return markSent(decided);
  }

  private Approval markSent(Approval decided) {
    approvals.change(decided.delivered(), decided);
    return decided.delivered();
  }

  private Result send(Approval decided) {
    Optional<String> token = approvals.token(decided.id());
    return token.map(found -> tasks.succeed(found, reply(decided))).orElse(Result.OVER);
  }

  private static JsonNode reply(Approval decided) {
    boolean approved = decided.status() == Status.APPROVED;
    ObjectNode output = WireJson.MAPPER.createObjectNode().put("approved", approved);
    Optional<Decision> decision = Optional.ofNullable(decided.decision());
    output.set("by", WireJson.MAPPER.valueToTree(decision.map(Decision::by).orElse(null)));
    output.put("comment", decision.map(Decision::comment).orElse(""));
    output.put("decidedAt", decision.map(made -> made.at().toString()).orElse(null));
    ObjectNode reply = WireJson.MAPPER.createObjectNode();
    reply.put("port", approved ? "approved" : "rejected").set("output", output);
    return reply;
  }

  private static Fault conflict(Approval approval) {
    return new Fault(new Problem.Conflict(refusal(approval)));
  }

  /** Why a decision comes too late. */
  static String refusal(Approval approval) {
    return switch (approval.status()) {
      case WAITING -> "This approval was requested again in the meantime. Reload it and try again.";
      case APPROVED, REJECTED -> by(approval);
      case EXPIRED -> "This approval has expired. Nobody decided in time.";
      case CANCELLED -> "The run has ended, so there is nothing left to decide.";
    };
  }

  private static String by(Approval approval) {
    Decision decision = approval.decision();
    String word = approval.status().name().toLowerCase(Locale.ROOT);
    return (decision == null ? "Someone" : decision.by().name()) + " already " + word + " it.";
  }
}
