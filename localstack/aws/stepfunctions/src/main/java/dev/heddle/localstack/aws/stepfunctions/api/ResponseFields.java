package dev.heddle.localstack.aws.stepfunctions.api;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Parts of answers. */
final class ResponseFields {
  private ResponseFields() {}

  /** Seconds since the epoch, as the protocol writes times. */
  static double seconds(long millis) {
    return millis / 1000.0;
  }

  static ObjectNode included() {
    return Json.object().put("included", true);
  }

  static void put(ObjectNode object, String field, @Nullable String value) {
    if (value != null) {
      object.put(field, value);
    }
  }

  static void put(ObjectNode object, String field, @Nullable JsonNode value) {
    if (value != null) {
      object.set(field, value);
    }
  }

  static JsonNode tags(Map<String, String> tags) {
    var list = Json.array();
    tags.forEach((key, value) -> list.addObject().put("key", key).put("value", value));
    return list;
  }
}
