package dev.heddle.functions.spec.unit;

import dev.heddle.events.NodeCall;
import dev.heddle.events.NodeReply;

/** The code of a node that is called. */
@FunctionalInterface
public interface NodeCode<C extends Record> {

  /**
   * Answers one call with its config bound and checked; fails by throwing an exception of package
   * {@code Heddle}, whose class name is the error's name in the workflow.
   */
  NodeReply run(C config, NodeCall call);
}
