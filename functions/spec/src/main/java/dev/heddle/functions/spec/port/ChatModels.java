package dev.heddle.functions.spec.port;

import dev.heddle.functions.spec.model.ChatModel;
import dev.heddle.functions.spec.model.ModelEndpoint;

/** The models of the provider that a unit declared. */
public interface ChatModels {

  /** Where they are asked if nothing else is said; empty when something must be said. */
  String baseUrl();

  /** The models behind an endpoint. */
  ChatModel at(ModelEndpoint endpoint);
}
