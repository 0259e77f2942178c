package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.stepfunctions.definition.DefinitionParser;
import dev.heddle.localstack.aws.stepfunctions.definition.DefinitionProblem;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** ValidateStateMachineDefinition: what CreateStateMachine would refuse, without creating. */
final class ValidateOperation {
  private ValidateOperation() {}

  static void register(Map<String, ApiOperation> operations) {
    operations.put("ValidateStateMachineDefinition", ValidateOperation::validate);
  }

  private static JsonNode validate(OperationRequest request) {
    boolean express = "EXPRESS".equals(request.string("type"));
    List<DefinitionProblem> problems =
        DefinitionParser.parse(request.required("definition"), express).problems();
    ObjectNode answer = Json.object().put("result", problems.isEmpty() ? "OK" : "FAIL");
    ArrayNode diagnostics = answer.putArray("diagnostics");
    for (DefinitionProblem problem : problems) {
      ObjectNode shown = diagnostics.addObject();
      shown.put("severity", "ERROR").put("code", problem.code()).put("message", problem.message());
      if (!problem.location().isEmpty()) {
        shown.put("location", problem.location());
      }
    }
    return answer.put("truncated", false);
  }
}
