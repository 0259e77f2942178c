package dev.heddle.localstack.aws.dynamodb.value;

import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.edge.AwsFault;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Reads attribute values from the service's JSON, refusing what the service refuses. */
public final class AttributeValueReader {
  private static final int LEVELS = 32;

  private AttributeValueReader() {}

  /** Reads the attributes of an item or a key. */
  public static DynamoDbItem item(InputStructure input) {
    return new DynamoDbItem(attributes(input.node(), 0));
  }

  /** Reads one value. */
  public static AttributeValue value(InputStructure input) {
    return value(input.node(), 0);
  }

  private static Map<String, AttributeValue> attributes(JsonNode node, int level) {
    Map<String, AttributeValue> attributes = new LinkedHashMap<>();
    for (var entry : InputStructure.entries(node)) {
      attributes.put(name(entry.getKey()), value(entry.getValue(), level));
    }
    return attributes;
  }

  private static String name(String name) {
    if (name.isEmpty()) {
      throw DynamoDbFaults.validation("Empty attribute name");
    }
    return wellFormed(name);
  }

  private static AttributeValue value(JsonNode node, int level) {
    if (level > LEVELS) {
      throw DynamoDbFaults.validation("Nesting Levels have exceeded supported limits");
    }
    if (node.isNull()) {
      throw empty();
    }
    AttributeValue found = null;
    for (var member : InputStructure.entries(node)) {
      if (isType(member.getKey()) && !member.getValue().isNull()) {
        if (found != null) {
          throw ambiguous();
        }
        found = typed(member.getKey(), member.getValue(), level);
      }
    }
    if (found == null) {
      throw empty();
    }
    return found;
  }

  private static AwsFault ambiguous() {
    return DynamoDbFaults.validation(
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the"
            + " supported datatypes");
  }

  private static AwsFault empty() {
    return DynamoDbFaults.validation(
        "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes");
  }

  private static boolean isType(String name) {
    return switch (name) {
      case "S", "N", "B", "BOOL", "NULL", "L", "M", "SS", "NS", "BS" -> true;
      default -> false;
    };
  }

  private static AttributeValue typed(String type, JsonNode node, int level) {
    return switch (type) {
      case "S" -> new AttributeValue.S(string(node));
      case "N" -> new AttributeValue.N(DynamoDbNumbers.parse(InputStructure.text(node)));
      case "B" -> new AttributeValue.B(binary(node));
      case "BOOL" -> new AttributeValue.Bool(bool(node));
      case "NULL" -> nullValue(node);
      case "L" -> new AttributeValue.L(list(node, level));
      case "M" -> new AttributeValue.M(attributes(node, level + 1));
      case "SS" -> new AttributeValue.Ss(strings(node));
      case "NS" -> new AttributeValue.Ns(numbers(node));
      default -> new AttributeValue.Bs(binaries(node));
    };
  }

  private static List<AttributeValue> list(JsonNode node, int level) {
    List<AttributeValue> values = new ArrayList<>();
    InputStructure.elements(node).forEach(element -> values.add(value(element, level + 1)));
    return values;
  }

  private static Set<String> strings(JsonNode node) {
    Set<String> values = set(node, AttributeValueReader::string, "An string set  may not be empty");
    if (values.size() < node.size()) {
      throw DynamoDbFaults.invalid("Input collection " + shown(node) + " contains duplicates.");
    }
    return values;
  }

  private static Set<BigDecimal> numbers(JsonNode node) {
    Set<BigDecimal> values =
        set(
            node,
            e -> DynamoDbNumbers.parse(InputStructure.text(e)),
            "An number set  may not be empty");
    if (values.size() < node.size()) {
      throw DynamoDbFaults.validation("Input collection contains duplicates");
    }
    return values;
  }

  private static Set<BinaryValue> binaries(JsonNode node) {
    Set<BinaryValue> values =
        set(node, AttributeValueReader::binary, "Binary sets should not be empty");
    if (values.size() < node.size()) {
      throw DynamoDbFaults.invalid(
          "Input collection " + shown(node) + "of type BS contains duplicates.");
    }
    return values;
  }

  private static <T extends Comparable<T>> Set<T> set(
      JsonNode node, Function<JsonNode, T> read, String empty) {
    Set<T> values = new TreeSet<>();
    InputStructure.elements(node).forEach(element -> values.add(read.apply(element)));
    if (values.isEmpty()) {
      throw DynamoDbFaults.invalid(empty);
    }
    return values;
  }

  private static String shown(JsonNode set) {
    List<String> texts = set.valueStream().map(JsonNode::asString).toList();
    String all = texts.toString();
    return all.length() <= 1_000 ? all : all.substring(0, 1_000) + "…";
  }

  private static boolean bool(JsonNode node) {
    if (!node.isBoolean()) {
      throw DynamoDbFaults.serialization(
          node.getNodeType() + "_VALUE cannot be converted to Boolean");
    }
    return node.booleanValue();
  }

  private static AttributeValue nullValue(JsonNode node) {
    if (!bool(node)) {
      throw DynamoDbFaults.invalid("Null attribute value types must have the value of true");
    }
    return new AttributeValue.Null();
  }

  private static BinaryValue binary(JsonNode node) {
    String text = InputStructure.text(node);
    if (text.length() % 4 != 0) {
      throw DynamoDbFaults.serialization(
          "The value can not be converted to a Blob: Base64 encoded length is expected a multiple"
              + " of 4 bytes but found: "
              + text.length());
    }
    try {
      return new BinaryValue(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw DynamoDbFaults.serialization(
          "The value can not be converted to a Blob: " + e.getMessage());
    }
  }

  private static String string(JsonNode node) {
    return wellFormed(InputStructure.text(node));
  }

  /** Half a surrogate pair has no bytes in UTF-8, so two different texts would become one key. */
  private static String wellFormed(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isSurrogate(text.charAt(at))) {
        if (Character.charCount(text.codePointAt(at)) != 2) {
          throw DynamoDbFaults.serialization("The text has half a surrogate pair");
        }
        at++;
      }
    }
    return text;
  }
}
