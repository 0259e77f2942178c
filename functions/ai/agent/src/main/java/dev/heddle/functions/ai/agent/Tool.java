package dev.heddle.functions.ai.agent;

import dev.heddle.functions.core.http.HttpConfig;
import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.shape.VariantName;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Something an agent may do by itself. */
public sealed interface Tool {
  /** What providers take as a function's name. */
  String NAME = "[a-zA-Z0-9_-]{1,64}";

  /** A tool that takes nothing. */
  String NOTHING = "{\"type\":\"object\",\"properties\":{}}";

  /** What the model calls it by. */
  String name();

  /** When and for what it is to be called. */
  String description();

  /** The JSON Schema of its arguments. */
  JsonNode parameters();

  /** Whether a person must agree to each call. */
  boolean approve();

  /** A workflow of the same workspace. */
  @VariantName(title = "Workflow")
  record Workflow(
      @FormField(title = "Name", hint = "Letters, digits, hyphens and underscores.", pattern = NAME)
          String name,
      @FormField(
              title = "Description",
              hint = "Tells the model when to call it.",
              format = Shape.Format.MULTILINE,
              min = 1,
              max = 2_000)
          String description,
      @FormField(title = "Workflow", hint = "The id of a published workflow.", min = 1, max = 64)
          String workflow,
      @FormField(
              title = "Arguments",
              hint =
                  "A JSON Schema for an object. The workflow receives the object as its payload.",
              format = Shape.Format.JSON_SCHEMA,
              fallback = NOTHING)
          JsonNode parameters,
      @FormField(title = "Require approval", fallback = "false") boolean approve)
      implements Tool {}

  /** A call of a web API. */
  @VariantName(title = "HTTP request")
  record Http(
      @FormField(title = "Name", hint = "Letters, digits, hyphens and underscores.", pattern = NAME)
          String name,
      @FormField(
              title = "Description",
              hint = "Tells the model when to call it.",
              format = Shape.Format.MULTILINE,
              min = 1,
              max = 2_000)
          String description,
      @FormField(title = "Method", fallback = "\"GET\"") HttpConfig.Method method,
      @FormField(
              title = "URL",
              hint = "A public URL. {name} after the host is replaced with an argument.",
              min = 1,
              max = 4_000,
              pattern = "https?://[^/?#{}\\s]+([/?#]\\S*)?")
          String url,
      @FormField(
              title = "Arguments",
              hint =
                  "Arguments that aren't in the URL go into the query, or into the JSON body of methods such as POST.",
              format = Shape.Format.JSON_SCHEMA,
              fallback = NOTHING)
          JsonNode parameters,
      @FormField(title = "Headers", max = 50, fallback = "{}") Map<String, JsonNode> headers,
      @FormField(title = "Authentication", fallback = "{\"kind\":\"none\"}") HttpConfig.Auth auth,
      @FormField(title = "Require approval", fallback = "false") boolean approve)
      implements Tool {}
}
