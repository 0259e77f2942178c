package dev.heddle.functions.core.door;

import Heddle.OutputTooLarge;
import dev.heddle.events.NodeCall;
import dev.heddle.events.NodeReply;
import dev.heddle.functions.spec.port.Ports;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.ConfigBinder;
import dev.heddle.functions.spec.unit.NodeCode;
import dev.heddle.functions.spec.unit.NodeUnit;

/** The door of a node that is called: checks the evaluated config and bounds the output. */
public final class NodeDoor<C extends Record> implements Door {
  /** A state's payload holds 256 KiB; the rest is for what Step Functions wraps around. */
  private static final int MAX_REPLY = 240 * 1024;

  private final Class<C> type;
  private final NodeCode<C> code;
  private final CallLog log;

  private NodeDoor(NodeUnit<C> node, NodeCode<C> code) {
    this.code = code;
    type = node.spec().config();
    log = new CallLog(node.name());
  }

  /** Opens a node. */
  public static <C extends Record> NodeDoor<C> open(NodeUnit<C> node, Ports ports) {
    NodeCode<C> code = node.open(ports);
    if (code == null) {
      throw new IllegalArgumentException(node.name() + " is drawn, not called");
    }
    return new NodeDoor<>(node, code);
  }

  @Override
  public byte[] answer(byte[] event) {
    NodeCall call = WireJson.MAPPER.readValue(event, NodeCall.class);
    try (var _ = log.of(call.run() + "/" + call.node())) {
      return log.timed(() -> bounded(code.run(ConfigBinder.bind(type, call.config()), call)));
    }
  }

  private static byte[] bounded(NodeReply reply) {
    byte[] bytes = WireJson.MAPPER.writeValueAsBytes(reply);
    if (bytes.length > MAX_REPLY) {
      throw new OutputTooLarge(
          "The output has "
              + bytes.length
              + " bytes. The limit for a step is "
              + MAX_REPLY
              + " bytes.");
    }
    return bytes;
  }
}
