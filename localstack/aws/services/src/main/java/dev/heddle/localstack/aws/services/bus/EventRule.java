package dev.heddle.localstack.aws.services.bus;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A rule of a bus.
 *
 * @param text its event pattern as it was given
 * @param pattern the same, parsed
 */
record EventRule(
    String bus,
    String name,
    String text,
    EventPattern pattern,
    boolean enabled,
    String description) {
  static final String DEFAULT = "default";

  boolean matches(BusEvent event) {
    return enabled && bus.equals(event.bus()) && pattern.matches(event.json());
  }

  Map<String, Object> json(String arn) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("Name", name);
    json.put("Arn", arn);
    json.put("EventPattern", text);
    json.put("State", enabled ? "ENABLED" : "DISABLED");
    json.put("Description", description);
    json.put("EventBusName", bus);
    return json;
  }

  /** The resource part of its ARN; on the default bus it doesn't name the bus. */
  String resource() {
    return "rule/" + (bus.equals(DEFAULT) ? "" : bus + "/") + name;
  }

  /** The name of a bus given by name or ARN. */
  static String busName(String nameOrArn) {
    return nameOrArn.substring(nameOrArn.lastIndexOf('/') + 1);
  }
}
