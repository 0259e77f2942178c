package dev.heddle.statemachines.compiler.asl;

import dev.heddle.statemachines.language.expression.Literals;
import dev.heddle.statemachines.language.expression.Piece;
import dev.heddle.statemachines.language.expression.Value;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Writes values as JSON once it is known what their names are read from. */
final class Rendering {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private final Function<Piece.Read, String> names;

  Rendering(Function<Piece.Read, String> names) {
    this.names = names;
  }

  JsonNode json(Value value) {
    return switch (value) {
      case Value.Literal literal -> constant(literal.json());
      case Value.Code code -> code(code);
      case Value.Fields fields -> {
        ObjectNode object = JSON.objectNode();
        fields.fields().forEach((name, field) -> object.set(name, json(field)));
        yield object;
      }
      case Value.Items items -> {
        ArrayNode array = JSON.arrayNode();
        items.items().forEach(item -> array.add(json(item)));
        yield array;
      }
    };
  }

  private JsonNode code(Value.Code code) {
    StringBuilder text = new StringBuilder();
    for (Piece piece : code.pieces()) {
      text.append(
          switch (piece) {
            case Piece.Text part -> part.text();
            case Piece.Read read -> names.apply(read);
          });
    }
    return text.toString().equals(Resolver.NOTHING)
        ? NullNode.getInstance()
        : StringNode.valueOf(Literals.braced(text.toString()));
  }

  /** A constant that looks like code is written as the code of a constant. */
  static JsonNode constant(JsonNode json) {
    if (json.isString() && Literals.isCode(json.stringValue())) {
      return StringNode.valueOf(Literals.braced(Literals.quoted(json.stringValue())));
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
