package dev.heddle.localstack.aws.dynamodb.request;

import dev.heddle.localstack.aws.edge.AwsFault;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One JSON structure of a request, read with the service's type errors; null means absent. */
public record InputStructure(JsonNode node) {
  private static final String STRUCTURE = "Start of structure or map found where not expected.";
  private static final String LIST = "Start of list found where not expected";

  /** Whether the member is there and not null. */
  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** A string. */
  public @Nullable String text(String name) {
    JsonNode member = member(name);
    return member == null ? null : text(member);
  }

  /** A boolean, or the default. */
  public boolean flag(String name, boolean absent) {
    JsonNode member = member(name);
    if (member == null) {
      return absent;
    }
    if (!member.isBoolean()) {
      throw mismatch(member, "Boolean");
    }
    return member.booleanValue();
  }

  /** A whole number within the range of an int; beyond it, the nearest one. */
  public @Nullable Integer whole(String name) {
    JsonNode member = member(name);
    if (member == null) {
      return null;
    }
    if (!member.isNumber()) {
      throw mismatch(member, "Integer");
    }
    return member.isIntegralNumber()
        ? nearest(member.bigIntegerValue())
        : (int) Math.floor(member.doubleValue());
  }

  private static int nearest(BigInteger value) {
    boolean fits = value.bitLength() < Integer.SIZE;
    return fits ? value.intValue() : value.signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
  }

  /** A structure. */
  public @Nullable InputStructure object(String name) {
    JsonNode member = member(name);
    return member == null ? null : structure(member);
  }

  /** A list of structures. */
  public @Nullable List<InputStructure> objects(String name) {
    return list(name, InputStructure::structure);
  }

  /** A list of strings. */
  public @Nullable List<String> texts(String name) {
    return list(name, InputStructure::text);
  }

  /** A map of structures, in the order of the request. */
  public @Nullable Map<String, InputStructure> objectMap(String name) {
    return map(name, InputStructure::structure);
  }

  /** A map of lists of structures, in the order of the request. */
  public @Nullable Map<String, List<InputStructure>> objectLists(String name) {
    return map(name, list -> elements(list).stream().map(InputStructure::structure).toList());
  }

  /** A map of strings, in the order of the request. */
  public @Nullable Map<String, String> textMap(String name) {
    return map(name, InputStructure::text);
  }

  /** The string in a node. */
  public static String text(JsonNode node) {
    if (!node.isString()) {
      throw mismatch(node, "String");
    }
    return node.stringValue();
  }

  /** The elements of a list node. */
  public static List<JsonNode> elements(JsonNode node) {
    if (node.isArray()) {
      return List.copyOf(node.values());
    }
    throw DynamoDbFaults.serialization(node.isObject() ? STRUCTURE : "Expected list or null");
  }

  /** The entries of a map node. */
  public static Iterable<Map.Entry<String, JsonNode>> entries(JsonNode node) {
    if (node.isObject()) {
      return node.properties();
    }
    throw DynamoDbFaults.serialization(node.isArray() ? LIST : "Expected map or null");
  }

  /** Its JSON. */
  @Override
  public String toString() {
    return node.toString();
  }

  private @Nullable JsonNode member(String name) {
    JsonNode member = node.get(name);
    return member == null || member.isNull() ? null : member;
  }

  private <T> @Nullable List<T> list(String name, Function<JsonNode, T> read) {
    JsonNode member = member(name);
    if (member == null) {
      return null;
    }
    List<T> values = new ArrayList<>();
    elements(member).forEach(element -> values.add(read.apply(element)));
    return values;
  }

  private <T> @Nullable Map<String, T> map(String name, Function<JsonNode, T> read) {
    JsonNode member = member(name);
    if (member == null) {
      return null;
    }
    Map<String, T> values = new LinkedHashMap<>();
    entries(member).forEach(entry -> values.put(entry.getKey(), read.apply(entry.getValue())));
    return values;
  }

  private static InputStructure structure(JsonNode node) {
    if (!node.isObject()) {
      throw DynamoDbFaults.serialization(node.isArray() ? LIST : "Expected null");
    }
    return new InputStructure(node);
  }

  private static AwsFault mismatch(JsonNode node, String expected) {
    return DynamoDbFaults.serialization(
        switch (node.getNodeType()) {
          case OBJECT, POJO -> STRUCTURE;
          case ARRAY -> LIST;
          case NUMBER -> "NUMBER_VALUE cannot be converted to " + expected;
          case BOOLEAN ->
              (node.booleanValue() ? "TRUE" : "FALSE")
                  + "_VALUE cannot be converted to "
                  + expected;
          case STRING, BINARY -> "STRING_VALUE cannot be converted to " + expected;
          case NULL, MISSING -> "NULL_VALUE cannot be converted to " + expected;
        });
  }
}
