package dev.heddle.localstack.aws.stepfunctions.query;

import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The variable {@code $states}; the context object is made only for who reads it. */
final class StatesView extends AbstractMap<String, Object> implements JsonView.BoundedView {
  private final EvaluationContext data;

  StatesView(EvaluationContext data) {
    this.data = data;
  }

  /** A field as JSON; null where this state has none of that name. */
  static @Nullable JsonNode field(EvaluationContext data, String name) {
    return switch (name) {
      case "input" -> data.input();
      case "context" -> data.context().get();
      case "result" -> data.result();
      case "errorOutput" -> data.error();
      default -> null;
    };
  }

  @Override
  public @Nullable Object get(Object key) {
    JsonNode value = key instanceof String name ? field(data, name) : null;
    return value == null ? null : JsonView.of(value);
  }

  @Override
  public boolean containsKey(Object key) {
    return get(key) != null;
  }

  @Override
  public Set<Map.Entry<String, Object>> entrySet() {
    Map<String, Object> all = new LinkedHashMap<>();
    for (String name : new String[] {"input", "context", "result", "errorOutput"}) {
      Object value = get(name);
      if (value != null) {
        all.put(name, value);
      }
    }
    return all.entrySet();
  }
}
