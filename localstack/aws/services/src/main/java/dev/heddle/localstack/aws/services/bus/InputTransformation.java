package dev.heddle.localstack.aws.services.bus;

import dev.heddle.localstack.aws.services.DeliveryTarget;
import dev.heddle.localstack.aws.services.RequestInput;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** What a target is handed of an event: all, a text of its own, a part, or a filled template. */
final class InputTransformation {
  private static final Pattern PATH = Pattern.compile("\\$(\\.[A-Za-z0-9_-]{1,128}){0,20}");
  private static final Pattern PLACE = Pattern.compile("<([A-Za-z0-9_.-]{1,100})>");
  private static final int PATHS = 100;
  private static final int TEMPLATE = 8_192;

  private InputTransformation() {}

  /** Refuses a target whose shape can't be made. */
  static void check(RequestInput target) {
    target.text("InputPath").ifPresent(path -> checkPath(target, path));
    Optional<RequestInput> transformer = target.object("InputTransformer");
    transformer.ifPresent(
        t -> {
          Map<String, String> paths = t.texts("InputPathsMap");
          paths.values().forEach(path -> checkPath(target, path));
          if (t.required("InputTemplate").length() > TEMPLATE || paths.size() > PATHS) {
            throw target.invalid("The InputTransformer is too large.");
          }
        });
  }

  static String transform(DeliveryTarget target, BusEvent event, String ruleArn) {
    RequestInput members = target.members();
    return members
        .text("Input")
        .or(() -> members.text("InputPath").map(path -> at(event, path).toString()))
        .or(() -> members.object("InputTransformer").map(t -> fillTemplate(t, event, ruleArn)))
        .orElseGet(() -> event.json().toString());
  }

  private static String fillTemplate(RequestInput transformer, BusEvent event, String ruleArn) {
    Map<String, String> paths = transformer.texts("InputPathsMap");
    Map<String, JsonNode> values = new HashMap<>();
    paths.forEach((name, path) -> values.put(name, at(event, path)));
    values.put("aws.events.rule-arn", event.json().stringNode(ruleArn));
    values.put("aws.events.event.json", event.json());
    values.put("aws.events.event.ingestion-time", event.json().path("time"));
    String template = transformer.required("InputTemplate");
    var text = new StringBuilder();
    Matcher place = PLACE.matcher(template);
    while (place.find()) {
      JsonNode value = values.getOrDefault(place.group(1), MissingNode.getInstance());
      boolean quoted = isQuoted(template, place.start());
      place.appendReplacement(text, Matcher.quoteReplacement(written(value, quoted)));
    }
    return place.appendTail(text).toString();
  }

  /** Within quotes a text stands without its own; what isn't there stands as nothing. */
  private static String written(JsonNode value, boolean quoted) {
    if (value.isMissingNode()) {
      return quoted ? "" : "\"\"";
    }
    String json = value.toString();
    if (!quoted) {
      return json;
    }
    return value.isString()
        ? json.substring(1, json.length() - 1)
        : json.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static boolean isQuoted(String template, int position) {
    boolean quoted = false;
    for (int i = 0; i < position; i++) {
      if (template.charAt(i) == '\\') {
        i++;
      } else if (template.charAt(i) == '"') {
        quoted = !quoted;
      }
    }
    return quoted;
  }

  private static JsonNode at(BusEvent event, String path) {
    JsonNode node = event.json();
    for (String name : path.substring(1).split("\\.")) {
      node = name.isEmpty() ? node : node.path(name);
    }
    return node;
  }

  private static void checkPath(RequestInput target, String path) {
    if (!PATH.matcher(path).matches()) {
      throw target.invalid("A path is $ or names behind it, such as $.detail.id.");
    }
  }
}
