package dev.heddle.functions.api.approvals;

import dev.heddle.functions.spec.account.User;
import dev.heddle.functions.spec.account.Users;
import dev.heddle.functions.spec.caller.Caller;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.shape.VariantName;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.wait.Approval;
import dev.heddle.functions.spec.wait.Approval.Decision;
import dev.heddle.functions.spec.wait.Approval.Person;
import dev.heddle.functions.spec.wait.Approval.Status;
import dev.heddle.functions.spec.wait.Approvals;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decides what a run asks, once, and lets the run go on. */
public final class DecideApproval implements Route<DecideApproval.Input, ApprovalDetails> {

  /** The decision and what to say of it. */
  public record Input(
      @Example("apr_5nz8k2vx7qm3td9b4rhw") String approval,
      Choice decision,
      @Example("Fine with me") @FormField(max = 2_000, fallback = "\"\"") String comment) {}

  /** Yes or no. */
  public enum Choice {
    @VariantName
    APPROVE(Status.APPROVED),
    @VariantName
    REJECT(Status.REJECTED);

    private final Status status;

    Choice(Status status) {
      this.status = status;
    }
  }

  @Override
  public RouteSpec<Input, ApprovalDetails> spec() {
    return RouteSpec.of(
            Verb.POST, "/api/v1/approvals/{approval}/decide", Input.class, ApprovalDetails.class)
        .summary("Decide an approval")
        .faults(Problem.NotFound.class, Problem.Forbidden.class, Problem.Conflict.class)
        .access(
            new Access.Writes(Approvals.ENTITY),
            new Access.Reads(Approvals.TOKENS),
            new Access.Reads(Users.ENTITY),
            new Access.CompletesTasks());
  }

  @Override
  public Handler<Input, ApprovalDetails> open(Ports ports) {
    return (input, caller) -> decide(ports, input, caller.member());
  }

  private static ApprovalDetails decide(Ports ports, Input input, Caller.Member caller) {
    var approvals = ports.of(Approvals.ENTITY).apply(caller.tenant());
    Instant now = ports.clock().instant();
    Approval approval = new ApprovalInbox(approvals, now).read(input.approval());
    @Nullable User person = ports.of(Users.ENTITY).find(caller.user()).orElse(null);
    if (!approval.isUpTo(person)) {
      throw new Fault(new Problem.Forbidden("Only the approvers of this step can decide."));
    }
    DecisionDelivery decisionDelivery = new DecisionDelivery(approvals, ports.tasks(), now);
    Person by = new Person(caller.user(), person == null ? caller.user() : person.name());
    Approval decided =
        approval.status() == Status.WAITING
            ? decisionDelivery.decide(
                approval, input.decision().status, new Decision(now, by, input.comment()))
            : repeated(decisionDelivery, approval, input.decision().status, caller.user());
    return ApprovalDetails.of(decided, person);
  }

  /** The same decision by the same person is finished, if it needs to be; another is refused. */
  private static Approval repeated(
      DecisionDelivery decisionDelivery, Approval approval, Status status, String caller) {
    @Nullable Decision decision = approval.decision();
    if (decision == null || approval.status() != status || !decision.by().id().equals(caller)) {
      throw new Fault(new Problem.Conflict(DecisionDelivery.refusal(approval)));
    }
    return decisionDelivery.finish(approval);
  }
}
