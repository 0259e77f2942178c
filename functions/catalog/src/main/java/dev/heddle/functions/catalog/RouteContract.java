package dev.heddle.functions.catalog;

import dev.heddle.functions.spec.shape.RecordShapes;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.InputPart;
import dev.heddle.functions.spec.unit.RouteAudience;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a written client of a route relies on. Wording, examples and limits aren't part of it.
 *
 * @param input by place and path: {@code body.note}, {@code query.limit}
 * @param output by path: {@code items[].id}
 */
record RouteContract(
    RouteAudience audience,
    int status,
    Map<String, FieldContract> input,
    Map<String, FieldContract> output) {

  static RouteContract of(RouteSpec<?, ?> spec) {
    var contract =
        new RouteContract(
            spec.audience(), spec.status(), new LinkedHashMap<>(), new LinkedHashMap<>());
    for (InputPart part : InputPart.of(spec)) {
      String place = part.place().name().toLowerCase(Locale.ROOT);
      Shape.Field field = RecordShapes.field(part.component());
      // A field's name may differ from its component's, which only the body knows.
      String name = part.place() == InputPart.Place.BODY ? field.name() : part.name();
      add(contract.input, place + "." + name, field.shape(), field.required());
    }
    if (spec.output() != RouteSpec.Document.class) {
      for (RecordComponent component : SchemaComponents.bodyOf(spec.output())) {
        Shape.Field field = RecordShapes.field(component);
        add(contract.output, field.name(), field.shape(), field.required());
      }
    }
    return contract;
  }

  private static void add(
      Map<String, FieldContract> fields, String path, Shape shape, boolean required) {
    fields.put(path, FieldContract.of(shape, required));
    switch (shape) {
      case Shape.ListOf list -> add(fields, path + "[]", list.item(), true);
      case Shape.MapOf map -> add(fields, path + "{}", map.value(), true);
      case Shape.Fields object -> addAll(fields, path, object);
      case Shape.Union union ->
          union
              .variants()
              .forEach((word, variant) -> add(fields, path + "." + word, variant.fields(), false));
      case Shape.Text _, Shape.Number _, Shape.Flag _, Shape.Choice _, Shape.Any _ -> {}
    }
  }

  private static void addAll(Map<String, FieldContract> fields, String path, Shape.Fields object) {
    for (Shape.Field field : object.fields()) {
      add(fields, path + "." + field.name(), field.shape(), field.required());
    }
  }

  /** As it stands in the file of pins. */
  ObjectNode json() {
    ObjectNode json = WireJson.MAPPER.createObjectNode();
    json.put("audience", audience.name()).put("status", status);
    input.forEach((path, field) -> json.withObjectProperty("input").put(path, field.word()));
    output.forEach((path, field) -> json.withObjectProperty("output").put(path, field.word()));
    return json;
  }

  /** The contract that {@link #json} wrote. */
  static RouteContract of(JsonNode json) {
    return new RouteContract(
        RouteAudience.valueOf(json.path("audience").stringValue()),
        json.path("status").intValue(),
        fields(json.path("input")),
        fields(json.path("output")));
  }

  private static Map<String, FieldContract> fields(JsonNode json) {
    Map<String, FieldContract> fields = new LinkedHashMap<>();
    json.properties()
        .forEach(
            entry -> fields.put(entry.getKey(), FieldContract.of(entry.getValue().stringValue())));
    return fields;
  }
}
