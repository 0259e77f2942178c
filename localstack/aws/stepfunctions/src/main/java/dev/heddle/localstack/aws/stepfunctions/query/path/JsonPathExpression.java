package dev.heddle.localstack.aws.stepfunctions.query.path;

import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.spi.mapper.JsonSmartMappingProvider;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.EvaluationContext;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A path into the input ({@code $.a}), the context ({@code $$.a}) or a variable ({@code $v.a}). */
final class JsonPathExpression {
  private static final Configuration CONFIGURATION =
      Configuration.builder()
          .jsonProvider(new JsonNodeProvider())
          .mappingProvider(new JsonSmartMappingProvider())
          .build();

  private final String text;
  private final Root root;
  private final String variable;
  private final JsonPath compiled;

  private enum Root {
    INPUT,
    CONTEXT,
    VARIABLE
  }

  private JsonPathExpression(String text, Root root, String variable, JsonPath compiled) {
    this.text = text;
    this.root = root;
    this.variable = variable;
    this.compiled = compiled;
  }

  /** Nothing is there; the message says what was missing. */
  static final class PathNotFound extends Exception {
    PathNotFound(String message) {
      super(message, null, false, false);
    }
  }

  /** Reads a path; throws {@code IllegalArgumentException} when it is not one. */
  static JsonPathExpression of(String text) {
    if (text.length() > 4_096) {
      throw new IllegalArgumentException("The path is longer than 4096 characters");
    }
    if (text.startsWith("$$")) {
      return new JsonPathExpression(text, Root.CONTEXT, "", compile(text.substring(1)));
    }
    int end = 1;
    while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
      end++;
    }
    if (!text.startsWith("$")) {
      throw new IllegalArgumentException("A path begins with '$'");
    }
    Root root = end == 1 ? Root.INPUT : Root.VARIABLE;
    return new JsonPathExpression(
        text, root, text.substring(1, end), compile("$" + text.substring(end)));
  }

  private static JsonPath compile(String path) {
    try {
      // In the service a backslash before a double quote is a character of the name.
      return JsonPath.compile(path.replace("\\\"", "\\\\\""));
    } catch (RuntimeException e) {
      // The parser is foreign code: whatever it trips over is a fault of the path it was given.
      throw new IllegalArgumentException("Invalid path: " + e.getMessage(), e);
    }
  }

  String text() {
    return text;
  }

  boolean definite() {
    return compiled.isDefinite();
  }

  /** The path's steps as JSONPath normalises them, such as {@code $['a'][0]}. */
  String normal() {
    return compiled.getPath();
  }

  Set<String> references() {
    return root == Root.VARIABLE ? Set.of(variable) : Set.of();
  }

  /** The value there; an indefinite path gives a list, empty if nothing matches. */
  JsonNode read(EvaluationContext data) throws PathNotFound {
    JsonNode from = from(data);
    if (from == null) {
      throw new PathNotFound("The variable '" + variable + "' is not assigned");
    }
    try {
      return JsonNodeProvider.node(compiled.read(from, CONFIGURATION));
    } catch (RuntimeException e) {
      // The evaluator is foreign code, and throws more than it declares: nothing was found.
      if (!compiled.isDefinite()) {
        return Json.array();
      }
      throw new PathNotFound(String.valueOf(e.getMessage()));
    }
  }

  private @Nullable JsonNode from(EvaluationContext data) {
    return switch (root) {
      case INPUT -> data.input();
      case CONTEXT -> data.context().get();
      case VARIABLE -> data.variables().get(variable);
    };
  }
}
