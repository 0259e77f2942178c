package dev.heddle.localstack.aws.stepfunctions.query.path;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.EvaluationContext;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;
import dev.heddle.localstack.aws.stepfunctions.query.ValueTemplate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Reads calls of intrinsic functions, such as {@code States.Format('{}', $.a)}. */
final class IntrinsicParser {
  private static final int DEPTH = 10;
  private static final int ARGUMENTS = 1_000;

  private final String text;
  private final String field;
  private int at;

  private IntrinsicParser(String text, String field) {
    this.text = text;
    this.field = field;
  }

  /** A call with arguments that are computed first. */
  record Call(IntrinsicFunction function, List<ValueTemplate> arguments) implements ValueTemplate {
    @Override
    public JsonNode evaluate(EvaluationContext data) {
      List<JsonNode> values = new ArrayList<>();
      arguments.forEach(argument -> values.add(argument.evaluate(data)));
      try {
        return function.apply(values);
      } catch (IllegalArgumentException e) {
        throw StateFault.of("States.IntrinsicFailure", String.valueOf(e.getMessage()));
      }
    }

    @Override
    public Set<String> references() {
      Set<String> names = new HashSet<>();
      arguments.forEach(argument -> names.addAll(argument.references()));
      return names;
    }
  }

  /** Reads a call; throws {@code IllegalArgumentException} when it is not one. */
  static ValueTemplate read(String text, String field) {
    IntrinsicParser reader = new IntrinsicParser(text, field);
    ValueTemplate call = reader.call(0);
    reader.skip();
    if (reader.at < text.length()) {
      throw reader.wrong();
    }
    return call;
  }

  private ValueTemplate call(int depth) {
    if (depth > DEPTH) {
      throw wrong();
    }
    int open = text.indexOf('(', at);
    if (open < 0) {
      throw wrong();
    }
    IntrinsicFunction function = IntrinsicFunction.named(text.substring(at, open).strip());
    at = open + 1;
    List<ValueTemplate> arguments = arguments(depth);
    return new Call(function, arguments);
  }

  private List<ValueTemplate> arguments(int depth) {
    List<ValueTemplate> arguments = new ArrayList<>();
    skip();
    if (peek() == ')') {
      at++;
      return arguments;
    }
    while (arguments.size() < ARGUMENTS) {
      arguments.add(argument(depth));
      skip();
      char next = peek();
      at++;
      if (next == ')') {
        return arguments;
      }
      if (next != ',') {
        throw wrong();
      }
    }
    throw wrong();
  }

  private ValueTemplate argument(int depth) {
    skip();
    char first = peek();
    if (first == '\'') {
      return new ValueTemplate.Literal(Json.string(quoted()));
    }
    if (first == '$') {
      return new JsonPathTemplate(JsonPathExpression.of(path()), PathFailures.template(field));
    }
    if (text.startsWith("States.", at)) {
      return call(depth + 1);
    }
    return literal();
  }

  /** Backslashes stay before braces: only Format gives those a meaning. */
  private String quoted() {
    StringBuilder value = new StringBuilder();
    for (at++; peek() != '\''; at++) {
      char c = peek();
      if (c == '\\') {
        at++;
        c = peek();
        value.append(c == '{' || c == '}' ? "\\" : "");
      }
      value.append(c);
    }
    at++;
    return value.toString();
  }

  private String path() {
    int start = at;
    int depth = 0;
    for (; depth > 0 || peek() != ',' && peek() != ')'; at++) {
      char c = peek();
      if (c == '\'') {
        at = Math.max(at, text.indexOf('\'', at + 1));
      }
      depth += c == '[' || c == '(' ? 1 : c == ']' || c == ')' ? -1 : 0;
    }
    return text.substring(start, at).strip();
  }

  private ValueTemplate literal() {
    int start = at;
    while (peek() != ',' && peek() != ')') {
      at++;
    }
    String word = text.substring(start, at).strip();
    return switch (word) {
      case "true", "false", "null" -> new ValueTemplate.Literal(Json.parse(word));
      default -> {
        if (!word.matches("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?")) {
          throw wrong();
        }
        yield new ValueTemplate.Literal(Json.parse(word));
      }
    };
  }

  private char peek() {
    if (at >= text.length()) {
      throw wrong();
    }
    return text.charAt(at);
  }

  private void skip() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private IllegalArgumentException wrong() {
    return new IllegalArgumentException("Invalid intrinsic function at column " + (at + 1));
  }
}
