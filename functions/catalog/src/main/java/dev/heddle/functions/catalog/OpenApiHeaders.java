package dev.heddle.functions.catalog;

import dev.heddle.functions.spec.shape.AsHeader;
import dev.heddle.functions.spec.unit.RouteSpec;
import java.lang.reflect.RecordComponent;
import tools.jackson.databind.node.ObjectNode;

/** The headers that answers of an OpenAPI document carry. */
final class OpenApiHeaders {
  private OpenApiHeaders() {}

  /** Adds those that a route's output leaves as. */
  static void addTo(ObjectNode response, RouteSpec<?, ?> spec) {
    for (RecordComponent component : spec.output().getRecordComponents()) {
      AsHeader as = component.getAnnotation(AsHeader.class);
      if (as != null) {
        add(response, as.value());
      }
    }
  }

  private static void add(ObjectNode response, AsHeader.Header header) {
    switch (header) {
      case ETAG -> add(response, "ETag", "string", "The document's revision, for If-Match");
      case SET_COOKIE ->
          add(response, "Set-Cookie", "string", "The cookie that keeps you logged in");
      case LOCATION -> add(response, "Location", "string", "Where the thing is");
    }
  }

  /** Adds one. */
  static void add(ObjectNode response, String name, String type, String description) {
    ObjectNode header = response.withObjectProperty("headers").putObject(name);
    header.put("description", description).putObject("schema").put("type", type);
  }
}
