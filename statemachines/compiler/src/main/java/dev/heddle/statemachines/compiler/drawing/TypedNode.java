package dev.heddle.statemachines.compiler.drawing;

import dev.heddle.statemachines.language.graph.GraphNode;
import dev.heddle.statemachines.language.vocabulary.NodeType;

/** A node whose type is known; {@code number} is its place in the document. */
record TypedNode(int number, GraphNode node, NodeType type) {

  String id() {
    return node.id();
  }

  boolean isContainer() {
    return ContainerFrame.isContainer(type.wiring());
  }
}
