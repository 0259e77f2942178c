package dev.heddle.statemachines;

import dev.heddle.statemachines.vocabulary.NodeType;

/** Names the Lambda function that runs a node type: what a Task's FunctionName says. */
@FunctionalInterface
public interface Functions {

  /** The function's name or ARN, with its alias. */
  String of(NodeType type);
}
