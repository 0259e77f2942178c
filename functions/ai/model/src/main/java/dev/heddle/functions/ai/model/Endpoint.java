package dev.heddle.functions.ai.model;

import Heddle.BadConfig;
import Heddle.SecretMissing;
import dev.heddle.functions.spec.port.PlatformSecrets;
import dev.heddle.functions.spec.port.Settings;
import dev.heddle.functions.spec.port.Vault;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a model is asked, and with which key; empty for none. The platform's own key goes only to
 * the platform's own endpoint, never to an address that a builder typed.
 */
public record Endpoint(String baseUrl, String key) {

  /** Where a node's settings lead. */
  public static Endpoint of(
      ModelSettings asked, Settings settings, Vault vault, Supplier<PlatformSecrets> platform) {
    String own = asked.baseUrl();
    String baseUrl = own == null || own.isBlank() ? settings.modelUrl() : own.strip();
    if (baseUrl.isEmpty()) {
      throw new BadConfig("baseUrl is needed: this deployment has no model of its own.");
    }
    return new Endpoint(baseUrl, key(asked, settings, vault, platform, baseUrl));
  }

  private static String key(
      ModelSettings asked,
      Settings settings,
      Vault vault,
      Supplier<PlatformSecrets> platform,
      String baseUrl) {
    String name = asked.apiKey();
    if (name != null && !name.isEmpty()) {
      return secret(name, vault.reveal(name).orElse(null));
    }
    boolean ours = baseUrl.equals(settings.modelUrl()) && !settings.modelKeySecret().isEmpty();
    return ours ? platform.get().reveal(settings.modelKeySecret()).orElse("").strip() : "";
  }

  private static String secret(String name, @Nullable String value) {
    if (value == null) {
      throw new SecretMissing(
          "No secret named “" + name + "” is stored. Store the API key, or name another.");
    }
    return value.strip();
  }

  /** OpenAI's own models refuse the older name of the limit, most others know only that. */
  boolean isOpenAi() {
    return baseUrl.startsWith("https://api.openai.com/");
  }
}
