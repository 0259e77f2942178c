package dev.heddle.functions.nodes;

import dev.heddle.functions.core.catalog.NodeUnit;
import dev.heddle.functions.nodes.choice.SwitchNode;
import dev.heddle.functions.nodes.condition.IfNode;
import dev.heddle.functions.nodes.digest.DigestNode;
import dev.heddle.functions.nodes.http.HttpRequestNode;
import dev.heddle.functions.nodes.manual.ManualNode;
import dev.heddle.functions.nodes.merge.MergeNode;
import dev.heddle.functions.nodes.respond.RespondNode;
import dev.heddle.functions.nodes.set.SetNode;
import dev.heddle.functions.nodes.stop.StopNode;
import dev.heddle.functions.nodes.wait.WaitNode;
import java.util.List;

/** This room's node types, in the palette's order. */
public final class CoreNodes {
  /** All of them. */
  public static final List<NodeUnit<?>> ALL =
      List.of(
          new ManualNode(),
          new IfNode(),
          new SwitchNode(),
          new MergeNode(),
          new WaitNode(),
          new RespondNode(),
          new StopNode(),
          new SetNode(),
          new DigestNode(),
          new HttpRequestNode());

  private CoreNodes() {}
}
