package dev.heddle.functions.spec.unit;

import dev.heddle.functions.spec.shape.FromRequest;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One component of a route's input, and where in a request it is.
 *
 * @param name there; that of a header in lower case
 */
public record InputPart(RecordComponent component, Place place, String name) {

  /** The places of a request. */
  public enum Place {
    PATH,
    QUERY,
    HEADER,
    COOKIE,
    BODY
  }

  /** The parts of a route's input, in the order of its components. */
  public static List<InputPart> of(RouteSpec<?, ?> spec) {
    return Arrays.stream(spec.input().getRecordComponents())
        .map(component -> part(spec, component))
        .toList();
  }

  private static InputPart part(RouteSpec<?, ?> spec, RecordComponent component) {
    @Nullable FromRequest from = component.getAnnotation(FromRequest.class);
    String name = from == null || from.name().isEmpty() ? component.getName() : from.name();
    return new InputPart(component, place(spec, component, from), name);
  }

  private static Place place(
      RouteSpec<?, ?> spec, RecordComponent component, @Nullable FromRequest from) {
    if (from != null) {
      return switch (from.value()) {
        case QUERY -> Place.QUERY;
        case HEADER -> Place.HEADER;
        case COOKIE -> Place.COOKIE;
        case BODY -> Place.BODY;
      };
    }
    if (spec.path().contains("{" + component.getName() + "}")) {
      return Place.PATH;
    }
    boolean bodiless = spec.verb() == Verb.GET || spec.verb() == Verb.DELETE;
    return bodiless ? Place.QUERY : Place.BODY;
  }
}
