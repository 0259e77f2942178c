package dev.heddle.localstack.aws.dynamodb.value;

import java.util.Base64;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Writes attribute values as the service's JSON. */
public final class AttributeValueWriter {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private AttributeValueWriter() {}

  /** The JSON of an item. */
  public static ObjectNode json(DynamoDbItem item) {
    return json(item.attributes());
  }

  /** The JSON of one value. */
  public static ObjectNode json(AttributeValue value) {
    return NODES.objectNode().set(value.type(), content(value));
  }

  private static ObjectNode json(Map<String, AttributeValue> attributes) {
    ObjectNode node = NODES.objectNode();
    attributes.forEach((name, value) -> node.set(name, json(value)));
    return node;
  }

  private static JsonNode content(AttributeValue value) {
    return switch (value) {
      case AttributeValue.S s -> NODES.stringNode(s.value());
      case AttributeValue.N n -> NODES.stringNode(DynamoDbNumbers.text(n.value()));
      case AttributeValue.B b -> NODES.stringNode(base64(b.value()));
      case AttributeValue.Bool bool -> NODES.booleanNode(bool.value());
      case AttributeValue.Null ignored -> NODES.booleanNode(true);
      case AttributeValue.L list -> elements(list);
      case AttributeValue.M map -> json(map.values());
      case AttributeValue.Ss set -> texts(set.values(), text -> text);
      case AttributeValue.Ns set -> texts(set.values(), DynamoDbNumbers::text);
      case AttributeValue.Bs set -> texts(set.values(), AttributeValueWriter::base64);
    };
  }

  private static ArrayNode elements(AttributeValue.L list) {
    ArrayNode array = NODES.arrayNode(list.values().size());
    list.values().forEach(element -> array.add(json(element)));
    return array;
  }

  private static <T> ArrayNode texts(Collection<T> values, Function<T, String> text) {
    ArrayNode array = NODES.arrayNode(values.size());
    values.forEach(value -> array.add(text.apply(value)));
    return array;
  }

  private static String base64(BinaryValue bytes) {
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
