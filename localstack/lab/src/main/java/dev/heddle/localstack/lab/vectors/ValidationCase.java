package dev.heddle.localstack.lab.vectors;

import dev.heddle.localstack.aws.stepfunctions.api.VariableReferences;
import dev.heddle.localstack.aws.stepfunctions.definition.DefinitionParser;
import dev.heddle.localstack.aws.stepfunctions.definition.DefinitionParser.ParsedDefinition;
import dev.heddle.localstack.aws.stepfunctions.definition.DefinitionProblem;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A recorded validation: levels are the verdict, the code, the place, and the words. */
final class ValidationCase {
  private ValidationCase() {}

  static VectorScore score(JsonNode vector) {
    String text =
        vector.has("definitionText")
            ? vector.get("definitionText").stringValue()
            : Json.text(vector.get("definition"));
    boolean express = vector.path("type").asString("").equals("EXPRESS");
    ParsedDefinition parsedDefinition = DefinitionParser.parse(text, express);
    int level = level(vector.get("expected"), parsedDefinition);
    String told =
        "\n  expected: " + vector.get("expected") + "\n  given:    " + parsedDefinition.problems();
    return new VectorScore(vector.get("id").stringValue(), level, 4, level >= 4 ? "" : told);
  }

  private static int level(JsonNode expected, ParsedDefinition parsedDefinition) {
    boolean ok = expected.get("result").stringValue().equals("OK");
    if (ok != parsedDefinition.problems().isEmpty()) {
      return 0;
    }
    if (ok) {
      return references(expected, parsedDefinition) ? 4 : 3;
    }
    return level(expected, parsedDefinition.problems());
  }

  private static boolean references(JsonNode expected, ParsedDefinition parsedDefinition) {
    ObjectNode shown = Json.object();
    VariableReferences.add(shown, parsedDefinition.accepted());
    JsonNode wanted = expected.path("variableReferences");
    return wanted.isMissingNode() || wanted.equals(shown.get("variableReferences"));
  }

  private static int level(JsonNode expected, List<DefinitionProblem> problems) {
    DefinitionProblem first = problems.getFirst();
    if (expected.has("problems")) {
      String wanted = expected.get("problems").get(0).stringValue();
      int level = wanted.startsWith(first.code()) ? 2 : 1;
      level = level == 2 && wanted.endsWith(" at " + first.location()) ? 3 : level;
      return wanted.equals(first.text()) ? 4 : level;
    }
    JsonNode wanted = expected.get("diagnostics").get(0);
    if (!wanted.get("code").stringValue().equals(first.code())) {
      return 1;
    }
    if (!wanted.path("location").asString("").equals(first.location())) {
      return 2;
    }
    return wanted.get("message").stringValue().equals(first.message()) ? 4 : 3;
  }
}
