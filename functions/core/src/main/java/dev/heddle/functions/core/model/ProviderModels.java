package dev.heddle.functions.core.model;

import dev.heddle.functions.spec.model.ChatModel;
import dev.heddle.functions.spec.model.ModelEndpoint;
import dev.heddle.functions.spec.port.ChatModels;
import dev.heddle.functions.spec.port.OutboundHttp;
import dev.heddle.functions.spec.unit.ModelProvider;

/**
 * The models of one provider in a deployment.
 *
 * @param deploymentUrl where a provider without an address of its own is asked
 */
public record ProviderModels(ModelProvider provider, OutboundHttp internet, String deploymentUrl)
    implements ChatModels {

  @Override
  public String baseUrl() {
    String own = provider.spec().baseUrl();
    return own.isEmpty() ? deploymentUrl : own;
  }

  @Override
  public ChatModel at(ModelEndpoint endpoint) {
    return provider.open(internet, endpoint);
  }
}
