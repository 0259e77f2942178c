package dev.heddle.functions.ai.model;

import Heddle.BadConfig;
import Heddle.SecretMissing;
import dev.heddle.functions.spec.caller.Tenant;
import dev.heddle.functions.spec.model.ChatModel;
import dev.heddle.functions.spec.model.ModelEndpoint;
import dev.heddle.functions.spec.model.ModelRequest;
import dev.heddle.functions.spec.port.Ports;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Which model is asked, where, and how: the settings that all nodes with a model have.
 *
 * @param baseUrl of the provider; the deployment's own when absent
 * @param apiKey the name of the tenant's secret
 */
public record ModelSettings(
    String model,
    @Nullable Double temperature,
    @Nullable Integer maxTokens,
    @Nullable String baseUrl,
    @Nullable String apiKey) {

  /** A question without messages. */
  public ModelRequest question(Duration timeout) {
    return ModelRequest.of(model, timeout).withTemperature(temperature).withMaxTokens(maxTokens);
  }

  /** The same with another longest answer. */
  public ModelSettings atMost(int tokens) {
    return new ModelSettings(model, temperature, tokens, baseUrl, apiKey);
  }

  /** The model, opened for a tenant. */
  public ChatModel open(Ports ports, Tenant tenant) {
    return ports.model().at(new ModelEndpoint(url(ports), key(ports, tenant)));
  }

  private String url(Ports ports) {
    String url = baseUrl == null || baseUrl.isBlank() ? ports.model().baseUrl() : baseUrl.strip();
    if (url.isEmpty()) {
      throw new BadConfig("baseUrl is required: this deployment has no default model.");
    }
    return url;
  }

  /**
   * The platform's own key goes only to the platform's own endpoint, never to an address that a
   * builder typed, who could be its owner.
   */
  private String key(Ports ports, Tenant tenant) {
    if (apiKey != null && !apiKey.isEmpty()) {
      return secret(apiKey, ports.tenantSecrets().apply(tenant).reveal(apiKey).orElse(null));
    }
    String platforms = ports.settings().modelKeySecret();
    boolean ours = url(ports).equals(ports.settings().modelUrl()) && !platforms.isEmpty();
    return ours ? ports.platformSecrets().reveal(platforms).orElse("").strip() : "";
  }

  private static String secret(String name, @Nullable String value) {
    if (value == null) {
      throw new SecretMissing(
          "There is no secret named “" + name + "”. Add it, or choose another one.");
    }
    return value.strip();
  }
}
