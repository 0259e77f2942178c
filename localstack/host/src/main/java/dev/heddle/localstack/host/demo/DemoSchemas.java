package dev.heddle.localstack.host.demo;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo model's own mapper and schemas. */
final class DemoSchemas {
  static final JsonMapper JSON = JsonMapper.shared();

  /** What is filled when any JSON object will do. */
  static final JsonNode ANYTHING =
      JSON.readTree(
          """
          {"type": "object", "required": ["summary", "keywords"], "properties": {
            "summary": {"type": "string"},
            "keywords": {"type": "array", "items": {"type": "string"}}}}
          """);

  private DemoSchemas() {}
}
