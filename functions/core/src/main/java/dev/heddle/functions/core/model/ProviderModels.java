package dev.heddle.functions.core.model;

import dev.heddle.functions.spec.model.Endpoint;
import dev.heddle.functions.spec.model.Model;
import dev.heddle.functions.spec.port.Internet;
import dev.heddle.functions.spec.port.Models;
import dev.heddle.functions.spec.unit.ModelProvider;

/**
 * The models of one provider in a deployment.
 *
 * @param deploymentUrl where a provider without an address of its own is asked
 */
public record ProviderModels(ModelProvider provider, Internet internet, String deploymentUrl)
    implements Models {

  @Override
  public String baseUrl() {
    String own = provider.spec().baseUrl();
    return own.isEmpty() ? deploymentUrl : own;
  }

  @Override
  public Model at(Endpoint endpoint) {
    return provider.open(internet, endpoint);
  }
}
