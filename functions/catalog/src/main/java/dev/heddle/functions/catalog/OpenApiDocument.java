package dev.heddle.functions.catalog;

import dev.heddle.functions.spec.shape.AsHeader;
import dev.heddle.functions.spec.shape.FromRequest;
import dev.heddle.functions.spec.shape.RecordShapes;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.Route;
import dev.heddle.functions.spec.unit.RouteAudience;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ObjectNode;

/** Writes the routes as an OpenAPI 3.1 document. */
final class OpenApiDocument {
  private static final String PROBLEM = "#/components/schemas/Problem";

  private final ObjectNode document = WireJson.MAPPER.createObjectNode();
  private final ObjectNode schemas = WireJson.MAPPER.createObjectNode();

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
    ObjectNode components = document.putObject("components");
    components.set("schemas", schemas);
    components
        .putObject("securitySchemes")
        .putObject("token")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("bearerFormat", "JWT");
    schemas.set("Problem", JsonSchemaWriter.of(RecordShapes.of(ProblemDocument.class)));
  }

  /** How every problem reads. */
  record ProblemDocument(
      String type,
      String title,
      int status,
      String detail,
      String instance,
      @org.jspecify.annotations.Nullable List<FieldError> errors,
      @org.jspecify.annotations.Nullable List<dev.heddle.statemachines.language.Issue> issues) {
    record FieldError(String field, String message) {}
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
    request(operation, name, spec);
    responses(operation, name, spec);
  }

  private void request(ObjectNode operation, String name, RouteSpec<?, ?> spec) {
    List<Shape.Field> body = new ArrayList<>();
    for (RecordComponent component : spec.input().getRecordComponents()) {
      Shape.Field field = RecordShapes.field(component);
      String place = place(spec, component);
      if (place.equals("body")) {
        body.add(field);
      } else {
        parameter(operation, place, wireName(component), field);
      }
    }
    if (!body.isEmpty()) {
      schemas.set(name + "Input", JsonSchemaWriter.fields(new Shape.Fields(body)));
      ObjectNode request = operation.putObject("requestBody").put("required", true);
      content(request, "application/json", "#/components/schemas/" + name + "Input");
    }
  }

  private static void parameter(ObjectNode operation, String in, String name, Shape.Field field) {
    ObjectNode parameter = operation.withArray("parameters").addObject();
    parameter.put("name", name).put("in", in);
    parameter.put("required", in.equals("path") || field.required());
    parameter.set("schema", JsonSchemaWriter.of(field.shape()));
  }

  private static String place(RouteSpec<?, ?> spec, RecordComponent component) {
    FromRequest from = component.getAnnotation(FromRequest.class);
    if (from != null) {
      return from.value().name().toLowerCase(Locale.ROOT);
    }
    if (spec.path().contains("{" + component.getName() + "}")) {
      return "path";
    }
    return spec.verb() == Verb.GET || spec.verb() == Verb.DELETE ? "query" : "body";
  }

  private static String wireName(RecordComponent component) {
    FromRequest from = component.getAnnotation(FromRequest.class);
    return from == null || from.name().isEmpty() ? component.getName() : from.name();
  }

  private void responses(ObjectNode operation, String name, RouteSpec<?, ?> spec) {
    ObjectNode responses = operation.putObject("responses");
    ObjectNode success = responses.putObject(Integer.toString(spec.status()));
    success.put("description", "Done");
    if (spec.status() != 204) {
      schemas.set(name + "Output", output(spec.output()));
      content(success, "application/json", "#/components/schemas/" + name + "Output");
    }
    ObjectNode problem = responses.putObject("default").put("description", "What went wrong");
    content(problem, "application/problem+json", PROBLEM);
  }

  private static ObjectNode output(Class<? extends Record> output) {
    if (output == RouteSpec.Document.class) {
      return WireJson.MAPPER.createObjectNode();
    }
    return JsonSchemaWriter.fields(
        new Shape.Fields(
            Arrays.stream(output.getRecordComponents())
                .filter(component -> !component.isAnnotationPresent(AsHeader.class))
                .map(RecordShapes::field)
                .toList()));
  }

  private static void content(ObjectNode holder, String type, String reference) {
    holder.putObject("content").putObject(type).putObject("schema").put("$ref", reference);
  }
}
