package dev.heddle.localstack.lab.vectors;

import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.stepfunctions.InMemoryEngine;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.port.EnginePorts;
import dev.heddle.localstack.aws.stepfunctions.port.LambdaReply;
import dev.heddle.localstack.aws.stepfunctions.run.VirtualTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A recorded TestState call: levels are status, output or error, cause and target, inspection. */
final class TestStateCase {
  private static final Set<String> TEXTS = Set.of("input", "result", "variables");
  private static final String ROLE = "arn:aws:iam::111111111111:role/recorded";

  private TestStateCase() {}

  static VectorScore score(JsonNode vector) {
    String id = vector.get("id").stringValue();
    JsonNode expected = vector.get("expected");
    try {
      AwsResponse response = engine(vector).answer(request(vector));
      ObjectNode given = values((ObjectNode) Json.parse(response.body()));
      int level = level(JsonMatcher.of(vector), expected, given);
      String told = "\n  expected: " + expected + "\n  given:    " + given;
      return new VectorScore(id, level, 4, level >= 4 ? "" : told);
    } catch (RuntimeException e) {
      // The door of a case: whatever goes wrong in it is its result.
      return VectorScore.none(id, 4, e.toString());
    }
  }

  private static InMemoryEngine engine(JsonNode vector) {
    JsonNode lambdas = vector.path("lambdas");
    EnginePorts ports =
        new EnginePorts(
            (function, payload) -> invoke(lambdas, function, payload),
            request -> CompletableFuture.completedFuture(new AwsResponse(500, Map.of(), payload())),
            events -> {});
    Instant start = Instant.parse("2025-01-01T00:00:00Z");
    return InMemoryEngine.with(ports, new VirtualTime(start), ExecutionCase.ARNS, 0);
  }

  private static byte[] payload() {
    return new byte[0];
  }

  private static CompletionStage<LambdaReply> invoke(
      JsonNode lambdas, String function, byte[] payload) {
    JsonNode known = lambdas.path(function.substring(function.lastIndexOf(':') + 1));
    byte[] reply = known.has("output") ? Json.bytes(known.get("output")) : payload;
    return CompletableFuture.completedFuture(new LambdaReply.Payload(reply));
  }

  private static AwsRequest request(JsonNode vector) {
    ObjectNode body = Json.object().put("roleArn", ROLE);
    body.put("definition", Json.text(vector.get("definition")));
    body.put("input", Json.text(vector.get("input")));
    for (var field : vector.get("testState").properties()) {
      boolean text = Set.of("variables", "context").contains(field.getKey());
      JsonNode value = field.getValue();
      body.set(field.getKey(), text ? Json.string(Json.text(value)) : value);
    }
    Map<String, List<String>> headers =
        Map.of("x-amz-target", List.of("AWSStepFunctions.TestState"));
    return new AwsRequest("POST", "/", "", headers, Json.bytes(body));
  }

  /** The recording holds values where the protocol has text. */
  private static ObjectNode values(ObjectNode given) {
    parse(given, "output");
    if (given.get("inspectionData") instanceof ObjectNode inspected) {
      for (String field : List.copyOf(inspected.propertyNames())) {
        if (TEXTS.contains(field) || field.startsWith("after")) {
          parse(inspected, field);
        }
      }
    }
    return given;
  }

  private static void parse(ObjectNode object, String field) {
    if (object.has(field)) {
      object.set(field, Json.parse(object.get(field).stringValue()));
    }
  }

  private static int level(JsonMatcher matching, JsonNode expected, JsonNode given) {
    return !matching.matches(expected.get("status"), given.get("status"))
        ? 0
        : !same(matching, expected, given, "output", "error")
            ? 1
            : !same(matching, expected, given, "cause", "nextState")
                ? 2
                : same(matching, expected, given, "inspectionData", "inspectionData") ? 4 : 3;
  }

  private static boolean same(
      JsonMatcher matching, JsonNode expected, JsonNode given, String first, String second) {
    return matching.matches(expected.get(first), given.get(first))
        && matching.matches(expected.get(second), given.get(second));
  }
}
