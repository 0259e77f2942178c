package dev.heddle.localstack.aws.services.queues;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import dev.heddle.localstack.aws.services.RequestInput;
import java.util.Base64;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** The caller's own attributes of a message, by name; each is a string, number or binary. */
record MessageAttributes(SortedMap<String, Value> values) {
  private static final int MOST = 10;
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,256}");
  private static final Pattern TYPE = Pattern.compile("(String|Number|Binary)(\\..{1,240})?");
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,128}(\\.\\d{1,128})?([eE][+-]?\\d{1,3})?");

  /** One value; binary ones are kept in Base64. */
  record Value(String type, String text) {
    boolean binary() {
      return type.startsWith("Binary");
    }

    byte[] bytes() {
      return binary() ? Base64.getDecoder().decode(text) : text.getBytes(UTF_8);
    }
  }

  static MessageAttributes read(RequestInput input, String member) {
    SortedMap<String, Value> values = new TreeMap<>();
    RequestInput attributes = input.object(member).orElse(empty(input));
    for (String name : attributes.names()) {
      values.put(name, value(name, attributes.object(name).orElse(empty(input))));
    }
    if (values.size() > MOST) {
      throw new AwsFault(
          "InvalidParameterValue", "Number of message attributes exceeds the allowed maximum 10.");
    }
    return new MessageAttributes(values);
  }

  static MessageAttributes parse(String json) {
    return read(RequestInput.of(json.getBytes(UTF_8), "InvalidParameterValue"), "a");
  }

  /** As stored; {@link #parse} reads it. */
  String stored() {
    ObjectNode json = JsonProtocol.JSON.createObjectNode();
    json.set("a", json());
    return json.toString();
  }

  /** As the protocol writes it. */
  ObjectNode json() {
    ObjectNode json = JsonProtocol.JSON.createObjectNode();
    values.forEach(
        (name, value) ->
            json.putObject(name)
                .put("DataType", value.type())
                .put(value.binary() ? "BinaryValue" : "StringValue", value.text()));
    return json;
  }

  int bytes() {
    return values.entrySet().stream()
        .mapToInt(
            e ->
                e.getKey().getBytes(UTF_8).length
                    + e.getValue().type().length()
                    + e.getValue().bytes().length)
        .sum();
  }

  /** Those a receiver asked for: by name, by prefix ({@code a.*}) or all. */
  MessageAttributes only(List<String> asked) {
    SortedMap<String, Value> kept = new TreeMap<>(values);
    kept.keySet().removeIf(name -> asked.stream().noneMatch(pattern -> matches(pattern, name)));
    return new MessageAttributes(kept);
  }

  private static boolean matches(String pattern, String name) {
    return pattern.equals("All")
        || pattern.equals(name)
        || (pattern.endsWith(".*") && name.startsWith(pattern.substring(0, pattern.length() - 2)));
  }

  private static Value value(String name, RequestInput input) {
    String type = input.text("DataType").orElse("");
    if (!NAME.matcher(name).matches() || !TYPE.matcher(type).matches()) {
      throw invalid(name, "has no valid name or DataType");
    }
    boolean binary = type.startsWith("Binary");
    String text = input.text(binary ? "BinaryValue" : "StringValue").orElse("");
    if (text.isEmpty()) {
      throw invalid(name, "must contain a non-empty value of its type");
    }
    if (type.startsWith("Number") && !NUMBER.matcher(text).matches()) {
      throw invalid(name, "is no number");
    }
    return new Value(type, binary ? base64(name, text) : text);
  }

  private static String base64(String name, String text) {
    try {
      return Base64.getEncoder().encodeToString(Base64.getDecoder().decode(text));
    } catch (IllegalArgumentException e) {
      throw invalid(name, "is not Base64");
    }
  }

  private static AwsFault invalid(String name, String why) {
    return new AwsFault("InvalidParameterValue", "The message attribute '" + name + "' " + why);
  }

  private static RequestInput empty(RequestInput input) {
    return new RequestInput(input.json().objectNode(), "InvalidParameterValue");
  }
}
