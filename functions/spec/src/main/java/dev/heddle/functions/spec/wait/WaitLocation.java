package dev.heddle.functions.spec.wait;

import dev.heddle.events.NodeCall;
import dev.heddle.functions.spec.workflow.Workflow;
import dev.heddle.functions.spec.workflow.Workflows;
import dev.heddle.statemachines.language.graph.GraphDocument;
import dev.heddle.statemachines.language.graph.GraphNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where a run waits.
 *
 * @param nodeName what the drawing calls the node, as far as it still has it
 * @param path of the iteration, such as {@code each1[3]}; empty outside containers
 */
public record WaitLocation(
    String workflow, String workflowName, String run, String node, String nodeName, String path) {
  private static final int HASH_BYTES = 12;

  /** Where a call comes from. */
  public static WaitLocation of(NodeCall call, Workflows workflows) {
    Optional<Workflow> workflow = workflows.find(call.workflow());
    return new WaitLocation(
        call.workflow(),
        workflow.map(Workflow::name).orElse(call.workflow()),
        call.run(),
        call.node(),
        workflow.flatMap(found -> node(found, call)).map(GraphNode::name).orElse(call.node()),
        call.path());
  }

  private static Optional<GraphNode> node(Workflow workflow, NodeCall call) {
    return GraphDocument.of(workflow.graph()).find(call.node());
  }

  /** An id that is the same however often the node is called there. */
  public String id(String prefix) {
    return id(prefix, run, node, path);
  }

  /** The same for where a call comes from. */
  public static String id(String prefix, NodeCall call) {
    return id(prefix, call.run(), call.node(), call.path());
  }

  private static String id(String prefix, String run, String node, String path) {
    String place = String.join("\n", run, node, path);
    byte[] hash = sha256().digest(place.getBytes(StandardCharsets.UTF_8));
    return prefix + "_" + HexFormat.of().formatHex(hash, 0, HASH_BYTES);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every JDK has SHA-256", e);
    }
  }
}
