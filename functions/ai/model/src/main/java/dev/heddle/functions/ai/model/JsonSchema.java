package dev.heddle.functions.ai.model;

import Heddle.BadConfig;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.heddle.functions.spec.shape.WireJson;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A JSON Schema (2020-12) that what a model says must fit. References out of the schema itself are
 * not followed.
 */
public final class JsonSchema {
  private static final SchemaRegistry REGISTRY =
      SchemaRegistry.withDefaultDialect(
          SpecificationVersion.DRAFT_2020_12,
          builder -> builder.schemaLoader(loader -> loader.fetchRemoteResources(false)));

  private static final String FENCE = "```";
  private static final int SHOWN = 5;

  private final JsonNode json;
  private final Schema schema;

  /** A text read as JSON, or what is wrong with it. */
  public record ParseResult(Optional<JsonNode> value, String problem) {}

  private JsonSchema(JsonNode json, Schema schema) {
    this.json = json;
    this.schema = schema;
  }

  /**
   * The schema as JSON, or as JSON text.
   *
   * @param field whose value it is, for the sentence that says it is no schema
   */
  public static JsonSchema of(String field, JsonNode given) {
    try {
      JsonNode json = given.isString() ? WireJson.MAPPER.readTree(given.stringValue()) : given;
      if (!json.isObject()) {
        throw new BadConfig(field + " must be a JSON Schema object.");
      }
      List<Error> errors = meta().validate(json);
      if (!errors.isEmpty()) {
        throw new BadConfig(field + " isn't a valid JSON Schema: " + shown(errors) + ".");
      }
      Schema schema = REGISTRY.getSchema(json);
      schema.validate(WireJson.MAPPER.nullNode()); // finds references that lead nowhere
      return new JsonSchema(json, schema);
    } catch (SchemaException | JacksonException e) {
      throw new BadConfig(field + " isn't a valid JSON Schema: " + e.getMessage());
    }
  }

  private static Schema meta() {
    return REGISTRY.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));
  }

  /** The schema itself. */
  public JsonNode json() {
    return json;
  }

  /** The value in a text of a model's. */
  public ParseResult read(String text) {
    try {
      JsonNode value = WireJson.MAPPER.readTree(unfenced(text));
      List<Error> errors = schema.validate(value);
      return errors.isEmpty()
          ? new ParseResult(Optional.of(value), "")
          : new ParseResult(
              Optional.empty(), "It doesn't match the schema: " + shown(errors) + ".");
    } catch (JacksonException e) {
      return new ParseResult(
          Optional.empty(), "It isn't valid JSON: " + e.getOriginalMessage() + ".");
    }
  }

  private static String shown(List<Error> errors) {
    return errors.stream()
        .limit(SHOWN)
        .map(error -> (error.getInstanceLocation() + " " + error.getMessage()).strip())
        .collect(Collectors.joining("; "));
  }

  /** Models like to wrap JSON in a Markdown fence. */
  private static String unfenced(String text) {
    String bare = text.strip();
    int line = bare.indexOf('\n');
    boolean fenced = bare.startsWith(FENCE) && bare.endsWith(FENCE) && line > 0;
    return fenced ? bare.substring(line, bare.length() - FENCE.length()) : bare;
  }
}
