package dev.heddle.functions.spec.port;

import org.jspecify.annotations.Nullable;

/**
 * A deployment's settings.
 *
 * @param publicUrl where people reach it, without a trailing slash
 * @param functionPrefix before every function's name
 * @param modelUrl the base URL of the chat model taken when a node names none
 * @param modelKeySecret the platform secret with that model's API key; empty when it needs none
 * @param privateUrl the one private address the internet guard lets through; empty for none
 * @param machineArns before the name of every state machine's ARN; empty where none are
 * @param demo the log-in of the workspace a laptop's first run makes; null in AWS
 */
public record DeploymentSettings(
    String publicUrl,
    String functionPrefix,
    String modelUrl,
    String modelKeySecret,
    String privateUrl,
    String machineArns,
    @Nullable Demo demo) {

  /** A log-in that anyone may know. */
  public record Demo(String email, String password) {}

  /** Settings without state machines and a demo. */
  public DeploymentSettings(
      String publicUrl,
      String functionPrefix,
      String modelUrl,
      String modelKeySecret,
      String privateUrl) {
    this(publicUrl, functionPrefix, modelUrl, modelKeySecret, privateUrl, "", null);
  }

  /** Whether cookies are for HTTPS only: always, except on a laptop reached by plain HTTP. */
  public boolean secureCookies() {
    return !publicUrl.startsWith("http://");
  }
}
