package dev.heddle.infracdk;

import java.nio.file.Path;
import java.util.Objects;
import software.amazon.awscdk.App;
import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Stack;
import software.constructs.Node;

/**
 * What differs from deployment to deployment; each value is a context key of the same name.
 *
 * @param name before every name, so that several deployments fit in one account
 * @param publicUrl where people reach it; empty until the address is known
 * @param modelUrl the base URL of the chat model taken when a node names none
 * @param modelKeySecret the secret below {@code /heddle/platform/} with that model's API key
 * @param root the source tree, where jars and the site are found once built
 */
record DeploymentConfig(
    String name, String publicUrl, String modelUrl, String modelKeySecret, Path root) {

  private static final String OPENAI = "https://api.openai.com/v1";

  static DeploymentConfig of(App app, Path root) {
    Node context = app.getNode();
    return new DeploymentConfig(
        text(context, "name", "heddle"),
        text(context, "publicUrl", ""),
        text(context, "modelUrl", OPENAI),
        text(context, "modelKeySecret", "model-key"),
        root);
  }

  /** Before every function's and state machine's name. */
  String prefix() {
    return name + "-";
  }

  /** The name of a unit's function, at the alias by which it is called. */
  String function(String unit) {
    return prefix() + unit + ":live";
  }

  /**
   * The same as an ARN. It is put together from the name: a reference would be an export of the
   * function's stack, and CloudFormation removes nothing that is imported elsewhere.
   */
  String functionArn(String unit, Stack from) {
    return from.formatArn(
        ArnComponents.builder()
            .service("lambda")
            .resource("function")
            .resourceName(function(unit))
            .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
            .build());
  }

  private static String text(Node context, String key, String otherwise) {
    Object value = context.tryGetContext(key);
    return Objects.toString(value, otherwise);
  }
}
