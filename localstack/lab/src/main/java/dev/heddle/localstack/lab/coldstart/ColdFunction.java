package dev.heddle.localstack.lab.coldstart;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A function to start.
 *
 * @param group the Lambda module whose jar it lives in; empty for none
 * @param handler its class
 * @param unit what {@code HEDDLE_UNIT} says; empty for a bare one
 * @param event the file beside this class with what it is first asked
 * @param bare the name of the bare function that it is compared with
 */
record ColdFunction(
    String name, String group, String handler, String unit, String event, String bare) {
  private static final String NODES = "dev.heddle.functions.lambda.nodes.NodesHandler";
  private static final String API = "dev.heddle.functions.lambda.api.ApiHandler";

  /** Each bare function stands before those that are compared with it. */
  static final List<ColdFunction> ALL =
      List.of(
          bare("bare handler", "", BareHandler.class, "digest.json"),
          new ColdFunction(
              "node DigestNode", "nodes", NODES, "DigestNode", "digest.json", "bare handler"),
          bare("bare handler, DynamoDB", "api", BareTableHandler.class, "list-workflows.json"),
          new ColdFunction(
              "route ListWorkflows",
              "api",
              API,
              "ListWorkflows",
              "list-workflows.json",
              "bare handler, DynamoDB"));

  private static ColdFunction bare(String name, String group, Class<?> handler, String event) {
    return new ColdFunction(name, group, handler.getName(), "", event, name);
  }

  boolean isBare() {
    return unit.isEmpty();
  }

  byte[] firstEvent() throws IOException {
    try (InputStream file = ColdFunction.class.getResourceAsStream(event)) {
      return Objects.requireNonNull(file).readAllBytes();
    }
  }

  /** What the stack tells it, with services on this machine. */
  Map<String, String> environment(String services) {
    return Map.of(
        "HEDDLE_UNIT", unit,
        "HEDDLE_PUBLIC_URL", "https://heddle.example",
        "HEDDLE_FUNCTION_PREFIX", "heddle-",
        "AWS_REGION", "us-east-1",
        "AWS_ACCESS_KEY_ID", "nobody",
        "AWS_SECRET_ACCESS_KEY", "nothing",
        "AWS_ENDPOINT_URL", services,
        "AWS_MAX_ATTEMPTS", "1");
  }
}
