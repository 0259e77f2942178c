package dev.heddle.functions.core.door;

import Heddle.BadConfig;
import Heddle.OutputTooLarge;
import dev.heddle.events.NodeCall;
import dev.heddle.events.NodeReply;
import dev.heddle.functions.core.catalog.Fallbacks;
import dev.heddle.functions.core.catalog.NodeUnit;
import dev.heddle.functions.core.catalog.ShapeCheck;
import dev.heddle.functions.core.catalog.Shapes;
import dev.heddle.functions.core.catalog.Wire;
import dev.heddle.functions.core.fault.Problem.FieldError;
import dev.heddle.functions.core.node.NodeCode;
import dev.heddle.functions.core.port.Ports;
import dev.heddle.statemachines.vocabulary.Shape;
import java.util.List;
import java.util.stream.Collectors;

/** The door of a node that is called: checks the evaluated config and bounds the output. */
public final class NodeDoor<C extends Record> implements Door {
  /** A state's payload holds 256 KiB; the rest is for what Step Functions wraps around. */
  private static final int MAX_REPLY = 240 * 1024;

  private final Class<C> type;
  private final Shape.Fields shape;
  private final NodeCode<C> code;
  private final Log log;

  private NodeDoor(NodeUnit<C> node, NodeCode<C> code) {
    this.code = code;
    type = node.spec().config();
    shape = Shapes.of(type);
    log = new Log(node.name());
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
    NodeCall call = Wire.JSON.readValue(event, NodeCall.class);
    try (var _ = log.of(call.run() + "/" + call.node())) {
      return log.timed(() -> bounded(code.run(bound(call), call)));
    }
  }

  private C bound(NodeCall call) {
    List<FieldError> errors = ShapeCheck.of(shape, call.config());
    if (!errors.isEmpty()) {
      throw new BadConfig(
          errors.stream()
              .map(error -> error.field() + " " + error.message())
              .collect(Collectors.joining("; ", "The settings do not fit: ", ".")));
    }
    return Wire.JSON.treeToValue(Fallbacks.in(shape, call.config()), type);
  }

  private static byte[] bounded(NodeReply reply) {
    byte[] bytes = Wire.JSON.writeValueAsBytes(reply);
    if (bytes.length > MAX_REPLY) {
      throw new OutputTooLarge(
          "The output has " + bytes.length + " bytes; a step passes on at most " + MAX_REPLY + ".");
    }
    return bytes;
  }
}
