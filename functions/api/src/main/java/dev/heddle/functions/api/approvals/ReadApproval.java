package dev.heddle.functions.api.approvals;

import dev.heddle.functions.spec.account.Users;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.functions.spec.wait.Approvals;

/** Shows what a run asks, with all its details. */
public final class ReadApproval implements Route<ReadApproval.Input, ApprovalDetails> {

  /** Which one. */
  public record Input(@Example("apr_5nz8k2vx7qm3td9b4rhw") String approval) {}

  @Override
  public RouteSpec<Input, ApprovalDetails> spec() {
    return RouteSpec.of(
            Verb.GET, "/api/v1/approvals/{approval}", Input.class, ApprovalDetails.class)
        .summary("Read an approval")
        .faults(Problem.NotFound.class)
        .access(new Access.Writes(Approvals.ENTITY), new Access.Reads(Users.ENTITY));
  }

  @Override
  public Handler<Input, ApprovalDetails> open(Ports ports) {
    return (input, caller) -> {
      var approvals = ports.of(Approvals.ENTITY).apply(caller.member().tenant());
      var approval = new ApprovalInbox(approvals, ports.clock().instant()).read(input.approval());
      return ApprovalDetails.of(
          approval, ports.of(Users.ENTITY).find(caller.member().user()).orElse(null));
    };
  }
}
