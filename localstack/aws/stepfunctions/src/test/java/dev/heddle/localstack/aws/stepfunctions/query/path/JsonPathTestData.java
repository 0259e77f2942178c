package dev.heddle.localstack.aws.stepfunctions.query.path;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.EvaluationContext;
import java.time.Instant;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** What the paths of these tests read. */
final class JsonPathTestData {
  static final JsonNode INPUT =
      Json.parse(
          quoted(
              "{'s':'text','n':1,'f':1.5,'t':true,'x':null,'l':[1,2,3],'o':{'a':{'b':'deep'}},"
                  + "'rows':[{'k':'a','v':1},{'k':'b','v':2}],'when':'2026-01-01T00:00:00Z',"
                  + "'odd name':{'a.b':7}}"));

  private JsonPathTestData() {}

  /** JSON with single quotes for its own. */
  static String quoted(String text) {
    return text.replace('\'', '"');
  }

  static EvaluationContext data() {
    return new EvaluationContext(
        INPUT,
        null,
        null,
        Map.of("v", Json.parse("{\"w\":[4,5]}"), "empty", Json.nothing())::get,
        () -> Json.parse("{\"Execution\":{\"Name\":\"run\"}}"),
        Instant.EPOCH);
  }
}
