package dev.heddle.functions.api.approvals;

import dev.heddle.functions.spec.account.User;
import dev.heddle.functions.spec.account.Users;
import dev.heddle.functions.spec.caller.Caller;
import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Form;
import dev.heddle.functions.spec.shape.Variant;
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
public final class DecideApproval implements Route<DecideApproval.Input, ApprovalAnswer> {

  /** The decision and what to say of it. */
  public record Input(
      String approval, Choice decision, @Form(max = 2_000, fallback = "\"\"") String comment) {}

  /** Yes or no. */
  public enum Choice {
    @Variant
    APPROVE(Status.APPROVED),
    @Variant
    REJECT(Status.REJECTED);

    private final Status status;

    Choice(Status status) {
      this.status = status;
    }
  }

  @Override
  public RouteSpec<Input, ApprovalAnswer> spec() {
    return RouteSpec.of(
            Verb.POST, "/api/v1/approvals/{approval}/decide", Input.class, ApprovalAnswer.class)
        .summary("Decide an approval")
        .access(
            new Access.Writes(Approvals.ENTITY),
            new Access.Reads(Approvals.TOKENS),
            new Access.Reads(Users.ENTITY),
            new Access.CompletesTasks());
  }

  @Override
  public Handler<Input, ApprovalAnswer> open(Ports ports) {
    return (input, caller) -> decide(ports, input, caller.member());
  }

  private static ApprovalAnswer decide(Ports ports, Input input, Caller.Member caller) {
    var approvals = ports.of(Approvals.ENTITY).apply(caller.tenant());
    Instant now = ports.clock().instant();
    Approval approval = new Inbox(approvals, now).read(input.approval());
    @Nullable User person = ports.of(Users.ENTITY).find(caller.user()).orElse(null);
    if (!approval.isUpTo(person)) {
      throw new Fault(
          new Problem.Forbidden("Only those who are named as approvers may decide this."));
    }
    Telling telling = new Telling(approvals, ports.tasks(), now);
    Person by = new Person(caller.user(), person == null ? caller.user() : person.name());
    Approval decided =
        approval.status() == Status.WAITING
            ? telling.decide(
                approval, input.decision().status, new Decision(now, by, input.comment()))
            : repeated(telling, approval, input.decision().status, caller.user());
    return ApprovalAnswer.of(decided, person);
  }

  /** The same decision by the same person is finished, if it needs to be; another is refused. */
  private static Approval repeated(
      Telling telling, Approval approval, Status status, String caller) {
    @Nullable Decision decision = approval.decision();
    if (decision == null || approval.status() != status || !decision.by().id().equals(caller)) {
      throw new Fault(new Problem.Conflict(Telling.refusal(approval)));
    }
    return telling.finish(approval);
  }
}
