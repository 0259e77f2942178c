package dev.heddle.functions.core.door;

import dev.heddle.events.HttpReply;
import dev.heddle.functions.spec.shape.AsHeader;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.functions.spec.unit.RouteSpec;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Makes a gateway's reply of a route's output. */
final class ResponseEncoder {
  private final Class<? extends Record> output;
  private final int status;
  private final boolean secureCookies;

  ResponseEncoder(Class<? extends Record> output, int status, boolean secureCookies) {
    this.output = output;
    this.status = status;
    this.secureCookies = secureCookies;
  }

  HttpReply encode(Record value, String correlation) {
    Map<String, String> headers = headers(correlation);
    List<String> cookies = new ArrayList<>();
    List<String> left = new ArrayList<>();
    for (RecordComponent component : output.getRecordComponents()) {
      AsHeader as = component.getAnnotation(AsHeader.class);
      if (as != null) {
        left.add(component.getName());
        leave(as, read(component, value), headers, cookies);
      }
    }
    return new HttpReply(status, headers, cookies, body(value, left), false);
  }

  /** What every answer of the API says. */
  static Map<String, String> headers(String correlation) {
    Map<String, String> headers = new HashMap<>();
    headers.put("content-type", "application/json");
    headers.put("cache-control", "no-store");
    headers.put("x-content-type-options", "nosniff");
    headers.put("x-correlation-id", correlation);
    return headers;
  }

  private void leave(
      AsHeader as, @Nullable Object value, Map<String, String> headers, List<String> cookies) {
    if (value == null) {
      return;
    }
    switch (as.value()) {
      case ETAG -> headers.put("etag", "\"" + value + "\"");
      case LOCATION -> headers.put("location", value.toString());
      case SET_COOKIE -> cookies.add(cookie((AsHeader.Cookie) value));
    }
  }

  private String cookie(AsHeader.Cookie cookie) {
    return "%s=%s; Path=%s; Max-Age=%d; HttpOnly; SameSite=Strict%s"
        .formatted(
            cookie.name(),
            cookie.value(),
            cookie.path(),
            cookie.maxAgeSeconds(),
            secureCookies ? "; Secure" : "");
  }

  private String body(Record value, List<String> left) {
    if (value instanceof RouteSpec.Document document) {
      return document.json().toString();
    }
    ObjectNode json = WireJson.MAPPER.valueToTree(value);
    json.remove(left);
    return status == 204 ? "" : json.toString();
  }

  private static @Nullable Object read(RecordComponent component, Record value) {
    try {
      return component.getAccessor().invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("An output that can't be read: " + component, e);
    }
  }
}
