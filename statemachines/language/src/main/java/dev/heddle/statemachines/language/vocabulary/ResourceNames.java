package dev.heddle.statemachines.language.vocabulary;

import java.util.Optional;

/** Names what a machine calls by name: functions, other workflows, the platform's machines. */
public interface ResourceNames {

  /** The name or ARN of the Lambda function that runs a node type, with its alias. */
  String function(NodeType type);

  /**
   * The same of a node type that asks a model: there is a function for each provider of models.
   *
   * @param provider the provider's name, such as {@code openai}
   */
  String function(NodeType type, String provider);

  /** The ARN that always leads to the published version of a workflow; nothing if there is none. */
  Optional<String> workflow(String id);

  /** The ARN of one of the platform's own machines, such as {@code agent}. */
  String machine(String name);
}
