package dev.heddle.functions.nodes;

import dev.heddle.functions.nodes.approval.ApprovalNode;
import dev.heddle.functions.nodes.choice.SwitchNode;
import dev.heddle.functions.nodes.condition.IfNode;
import dev.heddle.functions.nodes.digest.DigestNode;
import dev.heddle.functions.nodes.each.ForEachNode;
import dev.heddle.functions.nodes.event.WaitForEventNode;
import dev.heddle.functions.nodes.http.HttpRequestNode;
import dev.heddle.functions.nodes.loop.LoopNode;
import dev.heddle.functions.nodes.merge.MergeNode;
import dev.heddle.functions.nodes.respond.RespondNode;
import dev.heddle.functions.nodes.set.SetNode;
import dev.heddle.functions.nodes.stop.StopNode;
import dev.heddle.functions.nodes.wait.WaitNode;
import dev.heddle.functions.nodes.workflow.RunWorkflowNode;
import dev.heddle.functions.spec.unit.NodeUnit;
import java.util.List;

/** This room's node types, in the palette's order. */
public final class CoreNodes {
  /** All of them. */
  public static final List<NodeUnit<?>> ALL =
      List.of(
          new IfNode(),
          new SwitchNode(),
          new MergeNode(),
          new ForEachNode(),
          new LoopNode(),
          new RunWorkflowNode(),
          new ApprovalNode(),
          new WaitForEventNode(),
          new WaitNode(),
          new RespondNode(),
          new StopNode(),
          new SetNode(),
          new DigestNode(),
          new HttpRequestNode());

  private CoreNodes() {}
}
