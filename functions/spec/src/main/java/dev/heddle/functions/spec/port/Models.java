package dev.heddle.functions.spec.port;

import dev.heddle.functions.spec.model.Endpoint;
import dev.heddle.functions.spec.model.Model;

/** The models of the provider that a unit declared. */
public interface Models {

  /** Where they are asked if nothing else is said; empty when something must be said. */
  String baseUrl();

  /** The models behind an endpoint. */
  Model at(Endpoint endpoint);
}
