package dev.heddle.functions.spec.unit;

import dev.heddle.functions.spec.model.ChatModel;
import dev.heddle.functions.spec.model.ModelEndpoint;
import dev.heddle.functions.spec.port.OutboundHttp;
import java.util.List;
import java.util.Set;

/**
 * A way to ask models: a library that units with {@link Access.AsksModel} get opened. It runs in
 * their functions and is none itself.
 */
public interface ModelProvider {
  /** The provider that is asked where nothing names one; see {@link NodeFunctionNames}. */
  String DEFAULT = "openai";

  /** What can be known without its library: no class of an SDK is loaded for it. */
  ProviderSpec spec();

  /**
   * Opens the models behind an endpoint.
   *
   * @param internet the guarded way out
   */
  ChatModel open(OutboundHttp internet, ModelEndpoint endpoint);

  /**
   * A provider as data.
   *
   * @param name in configs, in functions' names and in the name of its jar, {@code ai-<name>}
   * @param title on screen
   * @param baseUrl where it is asked; empty for the address in the deployment's settings
   * @param models those that are offered; others may be named too
   * @param defaultModel the one of them that is offered first
   */
  record ProviderSpec(
      String name, String title, String baseUrl, List<ModelSpec> models, String defaultModel) {}

  /** A model and what it can do. */
  record ModelSpec(String name, Set<Capability> capabilities) {}

  /** What a model can do beside answering in words. */
  enum Capability {
    /** Wants tools called. */
    TOOLS,
    /** Answers in JSON that fits a schema. */
    JSON_SCHEMA
  }
}
