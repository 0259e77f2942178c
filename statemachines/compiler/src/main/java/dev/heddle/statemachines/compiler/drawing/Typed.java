package dev.heddle.statemachines.compiler.drawing;

import dev.heddle.statemachines.language.graph.Node;
import dev.heddle.statemachines.language.vocabulary.NodeType;

/** A node whose type is known; {@code number} is its place in the document. */
record Typed(int number, Node node, NodeType type) {

  String id() {
    return node.id();
  }

  boolean isContainer() {
    return Frame.isContainer(type.wiring());
  }
}
