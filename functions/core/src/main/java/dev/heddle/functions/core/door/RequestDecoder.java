package dev.heddle.functions.core.door;

import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.shape.RecordShapes;
import dev.heddle.functions.spec.shape.ShapeDefaults;
import dev.heddle.functions.spec.shape.ShapeValidator;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.InputPart;
import dev.heddle.functions.spec.unit.InputPart.Place;
import dev.heddle.functions.spec.unit.RouteSpec;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Makes a route's input of a request, or says everything that is wrong with it. */
final class RequestDecoder<I extends Record> {
  private final RouteSpec<I, ?> spec;
  private final Shape.Fields shape;
  private final List<Parameter> outside;
  private final boolean takesBody;

  /** A component that does not come from the body. */
  private record Parameter(InputPart at, Shape shape) {
    String component() {
      return at.component().getName();
    }
  }

  RequestDecoder(RouteSpec<I, ?> spec) {
    this.spec = spec;
    shape = RecordShapes.of(spec.input());
    outside =
        InputPart.of(spec).stream()
            .filter(part -> part.place() != Place.BODY)
            .map(part -> new Parameter(part, RecordShapes.field(part.component()).shape()))
            .toList();
    takesBody = outside.size() < shape.fields().size();
  }

  I decode(GatewayRequest request) {
    ObjectNode input = takesBody ? body(request) : WireJson.MAPPER.createObjectNode();
    for (Parameter part : outside) {
      input.remove(part.component());
      text(part.at(), request)
          .ifPresent(text -> input.set(part.component(), converted(part.shape(), text)));
    }
    refuseUnknownQuery(request);
    List<Problem.FieldError> errors = ShapeValidator.of(shape, input);
    if (!errors.isEmpty()) {
      throw new Fault(new Problem.Invalid(errors));
    }
    return WireJson.MAPPER.treeToValue(ShapeDefaults.in(shape, input), spec.input());
  }

  private static Optional<String> text(InputPart part, GatewayRequest request) {
    return switch (part.place()) {
      case PATH -> Optional.ofNullable(request.parameters().get(part.name()));
      case QUERY -> Optional.ofNullable(request.query().get(part.name()));
      case HEADER -> request.header(part.name()).map(text -> header(part.name(), text));
      case COOKIE -> request.cookie(part.name());
      case BODY -> Optional.empty();
    };
  }

  /** An entity tag without its quotes, as {@link ResponseEncoder} put them on. */
  private static String header(String name, String text) {
    return name.equals("if-match") ? text.replaceFirst("^(W/)?\"(.*)\"$", "$2") : text;
  }

  private static JsonNode converted(Shape shape, String text) {
    boolean number = shape instanceof Shape.Number && text.matches("-?\\d{1,15}(\\.\\d{1,10})?");
    boolean flag = shape instanceof Shape.Flag && text.matches("true|false");
    return number || flag ? WireJson.MAPPER.readTree(text) : StringNode.valueOf(text);
  }

  private ObjectNode body(GatewayRequest request) {
    byte[] body = request.body();
    if (body.length > spec.maxBody()) {
      throw new Fault(new Problem.TooLarge(spec.maxBody()));
    }
    if (body.length == 0) {
      return WireJson.MAPPER.createObjectNode();
    }
    String type = request.header("content-type").orElse("application/json");
    if (!type.matches("(?i)application/(json|[a-z.+-]+\\+json)\\s*(;.*)?")) {
      throw new Fault(new Problem.UnsupportedMediaType("application/json"));
    }
    return parsed(body);
  }

  private static ObjectNode parsed(byte[] body) {
    try {
      if (WireJson.MAPPER.readTree(body) instanceof ObjectNode object) {
        return object;
      }
    } catch (JacksonException e) {
      String at =
          e.getLocation() == null
              ? ""
              : " at line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr();
      throw new Fault(new Problem.Malformed("The body is not valid JSON" + at + "."));
    }
    throw new Fault(new Problem.Malformed("The body must be a JSON object."));
  }

  private void refuseUnknownQuery(GatewayRequest request) {
    List<Problem.FieldError> unknown =
        request.query().keySet().stream()
            .filter(name -> outside.stream().noneMatch(part -> isQuery(part, name)))
            .limit(20)
            .map(name -> new Problem.FieldError(name, "Unknown query parameter"))
            .toList();
    if (!unknown.isEmpty()) {
      throw new Fault(new Problem.Invalid(unknown));
    }
  }

  private static boolean isQuery(Parameter part, String name) {
    return part.at().place() == Place.QUERY && part.at().name().equals(name);
  }
}
