package dev.heddle.functions.catalog;

import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.shape.RecordShapes;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.InputPart;
import dev.heddle.functions.spec.unit.InputPart.Place;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteAudience;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Writes the routes as an OpenAPI 3.1 document. */
final class OpenApiDocument {
  private final ObjectNode document = WireJson.MAPPER.createObjectNode();
  private final SchemaComponents components = new SchemaComponents();
  private final ExampleValues examples = new ExampleValues();
  private final ProblemResponses problems =
      new ProblemResponses(components.record(ProblemDocument.class));

  private OpenApiDocument() {}

  static ObjectNode document(List<Route<?, ?>> routes) {
    OpenApiDocument api = new OpenApiDocument();
    api.head();
    ObjectNode paths = api.document.putObject("paths");
    routes.forEach(route -> api.operation(paths, route.name(), route.spec()));
    api.components();
    return api.document;
  }

  private void head() {
    document.put("openapi", "3.1.0");
    document
        .putObject("info")
        .put("title", "Heddle")
        .put("version", "1")
        .put("description", "Draw AI agents and workflows and run them as AWS Step Functions.");
  }

  private void components() {
    ObjectNode all = document.putObject("components");
    all.set("schemas", components.schemas());
    all.set("responses", problems.components());
    all.putObject("securitySchemes")
        .putObject("token")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("bearerFormat", "JWT");
  }

  private void operation(ObjectNode paths, String name, RouteSpec<?, ?> spec) {
    ObjectNode operation =
        paths
            .withObjectProperty(spec.path())
            .putObject(spec.verb().name().toLowerCase(Locale.ROOT));
    operation.put("operationId", name).put("summary", spec.summary());
    operation.putArray("tags").add(spec.path().replaceFirst("^/api/v1/", "").split("/", 2)[0]);
    if (spec.audience() != RouteAudience.ANYONE) {
      operation.putArray("security").addObject().putArray("token");
    }
    request(operation, spec);
    responses(operation.putObject("responses"), spec);
  }

  private void request(ObjectNode operation, RouteSpec<?, ?> spec) {
    List<InputPart> parts = InputPart.of(spec);
    parts.stream()
        .filter(part -> part.place() != Place.BODY)
        .forEach(part -> parameter(operation, part));
    List<RecordComponent> body =
        parts.stream()
            .filter(part -> part.place() == Place.BODY)
            .map(InputPart::component)
            .toList();
    if (!body.isEmpty()) {
      boolean required =
          body.stream().anyMatch(component -> RecordShapes.field(component).required());
      ObjectNode request = operation.putObject("requestBody").put("required", required);
      content(request, components.body(spec.input(), body)).set("example", examples.of(body));
    }
  }

  private void parameter(ObjectNode operation, InputPart part) {
    Shape.Field field = RecordShapes.field(part.component());
    ObjectNode parameter = operation.withArray("parameters").addObject();
    parameter.put("name", part.name()).put("in", part.place().name().toLowerCase(Locale.ROOT));
    parameter.put("required", part.place() == Place.PATH || field.required());
    parameter.set("schema", components.field(part.component()));
    if (part.component().isAnnotationPresent(Example.class)) {
      parameter.set("example", examples.of(part.component()));
    }
  }

  private void responses(ObjectNode responses, RouteSpec<?, ?> spec) {
    ObjectNode success = responses.putObject(Integer.toString(spec.status()));
    success.put("description", "Done");
    OpenApiHeaders.addTo(success, spec);
    if (spec.output() == RouteSpec.Document.class) {
      content(success, WireJson.MAPPER.createObjectNode());
    } else if (spec.status() != 204) {
      content(success, components.record(spec.output()))
          .set("example", examples.of(SchemaComponents.bodyOf(spec.output())));
    }
    problems.addTo(responses, spec);
  }

  private static ObjectNode content(ObjectNode holder, ObjectNode schema) {
    ObjectNode content = holder.putObject("content").putObject("application/json");
    content.set("schema", schema);
    return content;
  }
}
