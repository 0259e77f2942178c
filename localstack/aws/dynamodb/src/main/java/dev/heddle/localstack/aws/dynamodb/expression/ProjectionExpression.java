package dev.heddle.localstack.aws.dynamodb.expression;

import dev.heddle.localstack.aws.dynamodb.value.AttributeValue;
import dev.heddle.localstack.aws.dynamodb.value.DynamoDbItem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The parts of an item at given paths, in the shape they have in it; lists close their gaps. */
public final class ProjectionExpression {
  private final Node root = new Node();

  private static final class Node {
    private final Map<String, Node> names = new LinkedHashMap<>();
    private final Map<Integer, Node> indexes = new TreeMap<>();

    boolean leaf() {
      return names.isEmpty() && indexes.isEmpty();
    }
  }

  /** A projection to the values at the paths. */
  public ProjectionExpression(List<DocumentPath> paths) {
    for (DocumentPath path : paths) {
      Node node = root;
      for (DocumentPath.Step step : path.steps()) {
        node =
            switch (step) {
              case DocumentPath.Name(String name) ->
                  node.names.computeIfAbsent(name, ignored -> new Node());
              case DocumentPath.Index(int index) ->
                  node.indexes.computeIfAbsent(index, ignored -> new Node());
            };
      }
    }
  }

  /** Reads a projection expression. */
  public static ProjectionExpression parse(String text, ExpressionPlaceholders placeholders) {
    ExpressionGrammar grammar = new ExpressionGrammar("ProjectionExpression", text, placeholders);
    List<DocumentPath> paths = new ArrayList<>();
    do {
      paths.add(grammar.path());
    } while (grammar.tokens().take(","));
    PathRules.check(grammar, paths);
    grammar.finish();
    return new ProjectionExpression(paths);
  }

  /** What the item has of it. */
  public DynamoDbItem of(DynamoDbItem item) {
    return new DynamoDbItem(fields(root, item.attributes()));
  }

  /** The attributes its paths begin with. */
  public List<String> attributes() {
    return List.copyOf(root.names.keySet());
  }

  private static Map<String, AttributeValue> fields(Node node, Map<String, AttributeValue> values) {
    Map<String, AttributeValue> fields = new LinkedHashMap<>();
    node.names.forEach(
        (name, child) -> {
          AttributeValue part = part(child, values.get(name));
          if (part != null) {
            fields.put(name, part);
          }
        });
    return fields;
  }

  private static @Nullable AttributeValue part(Node node, @Nullable AttributeValue value) {
    if (value == null || node.leaf()) {
      return value;
    }
    return switch (value) {
      case AttributeValue.M map when !node.names.isEmpty() -> {
        var fields = fields(node, map.values());
        yield fields.isEmpty() ? null : new AttributeValue.M(fields);
      }
      case AttributeValue.L list when !node.indexes.isEmpty() -> {
        var elements = elements(node, list.values());
        yield elements.isEmpty() ? null : new AttributeValue.L(elements);
      }
      case AttributeValue ignored -> null;
    };
  }

  private static List<AttributeValue> elements(Node node, List<AttributeValue> values) {
    List<AttributeValue> elements = new ArrayList<>();
    node.indexes.forEach(
        (index, child) -> {
          AttributeValue part = index < values.size() ? part(child, values.get(index)) : null;
          if (part != null) {
            elements.add(part);
          }
        });
    return elements;
  }
}
