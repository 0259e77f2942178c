package dev.heddle.functions.catalog;

import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.shape.RecordShapes;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.statemachines.language.Issue;
import dev.heddle.statemachines.language.SourceMap;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Examples of records: each component's {@link Example}, else the plainest value of its shape. */
final class ExampleValues {

  /** Of records whose rooms know no annotations. */
  private static final Map<Class<?>, Record> WHOLE =
      Map.of(
          Issue.class,
              new Issue(
                  Issue.Severity.WARNING,
                  "is-reachable",
                  "set1",
                  null,
                  null,
                  null,
                  "“Sort” is never reached.",
                  "Connect it to a node before it."),
          SourceMap.class,
              new SourceMap(
                  Map.of("Sort", new SourceMap.Origin("set1", true)), Map.of(), Map.of()));

  /** An object of those components that are always there, and those that have an example. */
  ObjectNode of(List<RecordComponent> components) {
    ObjectNode object = WireJson.MAPPER.createObjectNode();
    for (RecordComponent component : components) {
      Shape.Field field = RecordShapes.field(component);
      if (field.required() || component.isAnnotationPresent(Example.class)) {
        object.set(field.name(), of(component));
      }
    }
    return object;
  }

  /** What one component may hold. */
  JsonNode of(RecordComponent component) {
    Shape shape = RecordShapes.field(component).shape();
    Example example = component.getAnnotation(Example.class);
    return example == null ? plain(component.getGenericType(), shape) : given(shape, example);
  }

  private static JsonNode given(Shape shape, Example example) {
    return switch (shape) {
      case Shape.Text _, Shape.Choice _ -> StringNode.valueOf(example.value());
      case Shape.ListOf(Shape.Text _, int _, int _) ->
          WireJson.MAPPER.createArrayNode().add(example.value());
      case Shape.Number _,
          Shape.Flag _,
          Shape.ListOf _,
          Shape.MapOf _,
          Shape.Fields _,
          Shape.Union _,
          Shape.Any _ ->
          WireJson.MAPPER.readTree(example.value());
    };
  }

  private JsonNode plain(Type type, Shape shape) {
    return switch (shape) {
      case Shape.Text text -> StringNode.valueOf(plain(text));
      case Shape.Number number -> WireJson.MAPPER.valueToTree(Math.max(0, (long) number.min()));
      case Shape.Flag _ -> BooleanNode.TRUE;
      case Shape.Choice choice -> StringNode.valueOf(choice.options().getFirst().value());
      case Shape.ListOf list ->
          WireJson.MAPPER.createArrayNode().add(plain(argument(type, 0), list.item()));
      case Shape.MapOf map -> {
        ObjectNode entries = WireJson.MAPPER.createObjectNode();
        entries.set("name", plain(argument(type, 1), map.value()));
        yield entries;
      }
      case Shape.Fields _ -> record((Class<?>) type);
      case Shape.Union union ->
          WireJson.MAPPER
              .createObjectNode()
              .put(union.discriminator(), union.variants().keySet().iterator().next());
      case Shape.Any _ -> WireJson.MAPPER.createObjectNode();
    };
  }

  private JsonNode record(Class<?> type) {
    Record whole = WHOLE.get(type);
    return whole == null ? of(SchemaComponents.bodyOf(type)) : WireJson.MAPPER.valueToTree(whole);
  }

  private static String plain(Shape.Text text) {
    return switch (text.format()) {
      case DATE_TIME -> "2030-01-31T09:00:00Z";
      case EMAIL -> "ada@example.com";
      case URL -> "https://heddle.example";
      case PLAIN,
          MULTILINE,
          SECRET,
          CRON,
          TIME_ZONE,
          JSON_SCHEMA,
          WORKFLOW,
          EXPRESSION,
          CONDITION ->
          "text";
    };
  }

  private static Type argument(Type type, int place) {
    return ((ParameterizedType) type).getActualTypeArguments()[place];
  }
}
