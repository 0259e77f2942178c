package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.language.expression.CodePiece;
import dev.heddle.statemachines.language.expression.DynamicValue;
import dev.heddle.statemachines.language.expression.JsonataLiterals;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Writes values as JSON once it is known what their names are read from. */
final class DynamicValueWriter {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private final Function<CodePiece.Read, String> names;

  DynamicValueWriter(Function<CodePiece.Read, String> names) {
    this.names = names;
  }

  JsonNode json(DynamicValue value) {
    return switch (value) {
      case DynamicValue.Literal literal -> constant(literal.json());
      case DynamicValue.Code code -> code(code);
      case DynamicValue.Fields fields -> {
        ObjectNode object = JSON.objectNode();
        fields.fields().forEach((name, field) -> object.set(name, json(field)));
        yield object;
      }
      case DynamicValue.Items items -> {
        ArrayNode array = JSON.arrayNode();
        items.items().forEach(item -> array.add(json(item)));
        yield array;
      }
    };
  }

  private JsonNode code(DynamicValue.Code code) {
    StringBuilder text = new StringBuilder();
    for (CodePiece piece : code.pieces()) {
      text.append(
          switch (piece) {
            case CodePiece.Text part -> part.text();
            case CodePiece.Read read -> names.apply(read);
          });
    }
    return text.toString().equals(VariableResolver.NOTHING)
        ? NullNode.getInstance()
        : StringNode.valueOf(JsonataLiterals.braced(text.toString()));
  }

  /** A constant that looks like code is written as the code of a constant. */
  static JsonNode constant(JsonNode json) {
    if (json.isString() && JsonataLiterals.isCode(json.stringValue())) {
      return StringNode.valueOf(JsonataLiterals.braced(JsonataLiterals.quoted(json.stringValue())));
    }
    if (json.isArray()) {
      ArrayNode array = JSON.arrayNode();
      json.forEach(item -> array.add(constant(item)));
      return array;
    }
    if (json.isObject()) {
      ObjectNode object = JSON.objectNode();
      json.properties().forEach(field -> object.set(field.getKey(), constant(field.getValue())));
      return object;
    }
    return json;
  }
}
