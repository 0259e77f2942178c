package dev.heddle.localstack.host.offline;

import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import java.util.Map;

/**
 * AWS where nothing is kept: secrets are the environment's, {@code HEDDLE_SECRET_<name>}, and
 * everything else is not there.
 */
final class EnvironmentSecrets {
  private static final String JSON = "application/x-amz-json-1.1";
  private static final String VARIABLE = "HEDDLE_SECRET_";

  private final Map<String, String> environment;

  EnvironmentSecrets(Map<String, String> environment) {
    this.environment = environment;
  }

  AwsResponse answer(AwsRequest request) {
    String id = WireJson.MAPPER.readTree(request.body()).path("SecretId").asString("");
    String value = environment.get(VARIABLE + id.substring(id.lastIndexOf('/') + 1));
    return value == null
        ? JsonProtocol.error(
            new AwsFault("ResourceNotFoundException", "It is not kept here."), JSON)
        : JsonProtocol.ok(Map.of("Name", id, "SecretString", value), JSON);
  }
}
