package dev.heddle.functions.nodes.approval;

import dev.heddle.events.NodeCall;
import dev.heddle.events.NodeReply;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.unit.NodeCode;
import dev.heddle.functions.spec.wait.Approval;
import dev.heddle.functions.spec.wait.Approval.Question;
import dev.heddle.functions.spec.wait.Approvals;
import dev.heddle.functions.spec.wait.WaitLocation;
import dev.heddle.functions.spec.workflow.Workflows;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.function.Function;
import tools.jackson.databind.node.NullNode;

/** Keeps the question with the token that lets the run go on. */
record ApprovalNodeCode(
    Function<Tenant, Approvals> approvals,
    Function<Tenant, Workflows> workflows,
    InstantSource clock)
    implements NodeCode<ApprovalConfig> {

  @Override
  public NodeReply run(ApprovalConfig config, NodeCall call) {
    Tenant tenant = new Tenant(call.tenant());
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Integer seconds = config.timeoutSeconds();
    Approval approval =
        Approval.asked(
            WaitLocation.of(call, workflows.apply(tenant)),
            new Question(config.title(), config.message(), config.details(), config.approvers()),
            now,
            seconds == null ? null : now.plusSeconds(seconds));
    approvals.apply(tenant).ask(approval, call.requiredToken());
    return NodeReply.main(NullNode.getInstance());
  }
}
