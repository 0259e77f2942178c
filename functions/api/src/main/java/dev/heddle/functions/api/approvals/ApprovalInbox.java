package dev.heddle.functions.api.approvals;

import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.wait.Approval;
import dev.heddle.functions.spec.wait.Approval.Status;
import dev.heddle.functions.spec.wait.Approvals;
import dev.heddle.functions.spec.workflow.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A tenant's approvals as they stand now: what nobody decided in time is settled when it is seen.
 */
record ApprovalInbox(Approvals approvals, Instant now) {

  /** The approval; a fault not-found when there is none. */
  Approval read(String id) {
    Approval found = find(id);
    return settle(found) ? find(id) : found;
  }

  private Approval find(String id) {
    return approvals.find(id).orElseThrow(() -> Fault.notFound("approval " + id));
  }

  /** A page of those that wait, or of those that don't. */
  Page<Approval> list(boolean waiting, int limit, @Nullable String cursor) {
    Page<Approval> page = approvals.list(waiting, limit, cursor);
    List<Approval> overdue = page.items().stream().filter(item -> item.isOverdue(now)).toList();
    overdue.forEach(this::settle);
    Page<Approval> settled = overdue.isEmpty() ? page : approvals.list(waiting, limit, cursor);
    return new Page<>(
        settled.items().stream().filter(item -> !item.isOverdue(now)).toList(),
        settled.nextCursor());
  }

  private boolean settle(Approval approval) {
    if (!approval.isOverdue(now)) {
      return false;
    }
    // A listed one has its details cut, so what is stored is read again.
    approvals
        .find(approval.id())
        .filter(stored -> stored.isOverdue(now))
        .ifPresent(stored -> approvals.change(stored.ended(Status.EXPIRED), stored));
    return true;
  }
}
