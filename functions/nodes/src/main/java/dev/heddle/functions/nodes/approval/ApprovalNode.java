package dev.heddle.functions.nodes.approval;

import dev.heddle.functions.spec.shape.RecordShapes;
import dev.heddle.functions.spec.unit.Access;
import dev.heddle.functions.spec.unit.NodeCode;
import dev.heddle.functions.spec.unit.NodeSpec;
import dev.heddle.functions.spec.unit.NodeUnit;
import dev.heddle.functions.spec.wait.Approvals;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.vocabulary.NodePorts;
import dev.heddle.statemachines.language.vocabulary.NodeType.Family;
import dev.heddle.statemachines.language.vocabulary.NodeWiring;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks people and waits, at no cost, until one of them decides. */
public final class ApprovalNode implements NodeUnit<ApprovalConfig> {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  /** What was decided; only {@code timedOut} when nobody did. */
  record Output(
      boolean approved,
      @Nullable Person by,
      String comment,
      Instant decidedAt,
      @Nullable Boolean timedOut) {}

  /** Who decided. */
  record Person(String id, String name) {}

  @Override
  public NodeSpec<ApprovalConfig> spec() {
    return NodeSpec.of("approval@1", ApprovalConfig.class)
        .title("Approval")
        .summary("Waits until someone approves or rejects.")
        .family(Family.FLOW)
        .icon("user-check")
        .keywords("human", "ask", "confirm", "review", "decide", "sign")
        .line("{title}")
        .wiring(new NodeWiring.Await())
        .ports(new NodePorts.Fixed(List.of("approved", "rejected", NodePorts.TIMEOUT)))
        .failurePort()
        .output(RecordShapes.of(Output.class))
        .timeout(TIMEOUT)
        .access(
            new Access.Writes(Approvals.ENTITY),
            new Access.Writes(Approvals.TOKENS),
            new Access.Reads(Workflows.ENTITY));
  }

  @Override
  public NodeCode<ApprovalConfig> open(dev.heddle.functions.spec.port.Ports ports) {
    return new ApprovalNodeCode(
        ports.of(Approvals.ENTITY), ports.of(Workflows.ENTITY), ports.clock());
  }
}
