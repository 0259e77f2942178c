package dev.heddle.localstack.aws.dynamodb.table;

import dev.heddle.localstack.aws.dynamodb.request.DynamoDbFaults;
import dev.heddle.localstack.aws.dynamodb.request.InputStructure;
import dev.heddle.localstack.aws.dynamodb.request.RequestConstraints;
import dev.heddle.localstack.aws.dynamodb.schema.KeyAttribute;
import dev.heddle.localstack.aws.dynamodb.schema.KeySchema;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Reads the attribute definitions of a request and the keys that refer to them. */
final class KeyDefinitions {
  private final Map<String, String> types;
  private final Set<String> unused;

  private KeyDefinitions(Map<String, String> types) {
    this.types = types;
    this.unused = new HashSet<>(types.keySet());
  }

  /** Reads the definitions; those of the table are known already when it is changed. */
  static KeyDefinitions of(InputStructure input, Map<String, String> known) {
    Map<String, String> types = new LinkedHashMap<>(known);
    List<InputStructure> definitions = input.objects("AttributeDefinitions");
    if (definitions == null) {
      return new KeyDefinitions(types);
    }
    Set<String> defined = new HashSet<>();
    for (int at = 0; at < definitions.size(); at++) {
      KeyAttribute attribute = definition(definitions.get(at), at + 1);
      if (!defined.add(attribute.name())) {
        throw DynamoDbFaults.invalid(
            "Cannot specify duplicate attribute definitions: " + attribute.name());
      }
      types.put(attribute.name(), attribute.type());
    }
    return new KeyDefinitions(types);
  }

  private static KeyAttribute definition(InputStructure definition, int position) {
    String path = "attributeDefinitions." + position + ".member.";
    String name = definition.text("AttributeName");
    String type = definition.text("AttributeType");
    new RequestConstraints()
        .present(path + "attributeName", name)
        .length(path + "attributeName", name, 1, 255)
        .present(path + "attributeType", type)
        .oneOf(path + "attributeType", type, "B", "N", "S")
        .enforce();
    return new KeyAttribute(Objects.requireNonNull(name), Objects.requireNonNull(type));
  }

  /** Reads the key schema of a table or an index. */
  KeySchema keys(InputStructure input, String path) {
    List<InputStructure> schema = input.objects("KeySchema");
    new RequestConstraints()
        .present(path + "keySchema", schema)
        .size(path + "keySchema", schema, 1, 2)
        .enforce();
    List<InputStructure> elements = Objects.requireNonNull(schema);
    List<String> names =
        elements.stream().map(element -> element(element, path + "keySchema.member.")).toList();
    checkKinds(elements);
    if (names.size() == 2 && names.getFirst().equals(names.getLast())) {
      throw DynamoDbFaults.validation(
          "Both the Hash Key and the Range Key element in the KeySchema have the same name");
    }
    checkDefined(names);
    return new KeySchema(key(names.getFirst()), names.size() == 1 ? null : key(names.getLast()));
  }

  private static String element(InputStructure element, String path) {
    String name = element.text("AttributeName");
    String kind = element.text("KeyType");
    new RequestConstraints()
        .present(path + "attributeName", name)
        .length(path + "attributeName", name, 1, 255)
        .present(path + "keyType", kind)
        .oneOf(path + "keyType", kind, "HASH", "RANGE")
        .enforce();
    return Objects.requireNonNull(name);
  }

  private static void checkKinds(List<InputStructure> elements) {
    if (!"HASH".equals(elements.getFirst().text("KeyType"))) {
      throw DynamoDbFaults.validation(
          "Invalid KeySchema: The first KeySchemaElement is not a HASH key type");
    }
    if (elements.size() == 2 && !"RANGE".equals(elements.getLast().text("KeyType"))) {
      throw DynamoDbFaults.validation(
          "Invalid KeySchema: The second KeySchemaElement is not a RANGE key type");
    }
  }

  private void checkDefined(List<String> names) {
    if (!types.keySet().containsAll(names)) {
      throw DynamoDbFaults.invalid(
          "Some index key attributes are not defined in AttributeDefinitions. Keys: "
              + names
              + ", AttributeDefinitions: "
              + List.copyOf(types.keySet()));
    }
  }

  private KeyAttribute key(String name) {
    unused.remove(name);
    return new KeyAttribute(name, Objects.requireNonNull(types.get(name)));
  }

  /** Refuses definitions that no key refers to. */
  void refuseUnused(boolean indexed) {
    if (!unused.isEmpty()) {
      throw DynamoDbFaults.invalid(
          indexed
              ? "Some AttributeDefinitions are not used. AttributeDefinitions: "
                  + List.copyOf(types.keySet())
                  + ", unused: "
                  + List.copyOf(unused)
              : "Number of attributes in KeySchema does not exactly match number of attributes"
                  + " defined in AttributeDefinitions");
    }
  }
}
