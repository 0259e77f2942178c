package dev.heddle.localstack.aws.services;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The members of a request, read with their types checked; what is wrong is a fault with the
 * service's code for invalid input.
 */
public final class RequestInput {
  private static final int MEMBERS = 1_000;

  private final ObjectNode node;
  private final String code;

  /** Input whose mistakes are faults with this code. */
  public RequestInput(ObjectNode node, String code) {
    this.node = node;
    this.code = code;
  }

  /** A string that must be there and not be empty. */
  public String required(String member) {
    return text(member)
        .filter(text -> !text.isEmpty())
        .orElseThrow(() -> invalid("The member " + member + " is missing"));
  }

  /** A string that may be missing. */
  public Optional<String> text(String member) {
    JsonNode value = value(member);
    if (value == null) {
      return Optional.empty();
    }
    return Optional.of(asText(member, value));
  }

  /** A whole number that may be missing. */
  public Optional<Integer> integer(String member, int least, int most) {
    JsonNode value = value(member);
    if (value == null) {
      return Optional.empty();
    }
    if (!value.isIntegralNumber() || !value.canConvertToInt()) {
      throw invalid("The member " + member + " is no whole number");
    }
    return Optional.of(within(member, value.asInt(), least, most));
  }

  /** Whether a flag is set. */
  public boolean flag(String member) {
    JsonNode value = value(member);
    if (value != null && !value.isBoolean()) {
      throw invalid("The member " + member + " is neither true nor false");
    }
    return value != null && value.asBoolean();
  }

  /** A nested object that may be missing. */
  public Optional<RequestInput> object(String member) {
    return Optional.ofNullable(value(member)).map(value -> nested(member, value));
  }

  /** A map of strings, empty when it is missing. */
  public Map<String, String> texts(String member) {
    Map<String, String> texts = new LinkedHashMap<>();
    object(member)
        .ifPresent(
            map -> map.names().forEach(name -> texts.put(name, asText(name, map.node.path(name)))));
    return texts;
  }

  /** A list of strings, empty when it is missing. */
  public List<String> textList(String member) {
    return elements(member).stream().map(element -> asText(member, element)).toList();
  }

  /** A list of objects, empty when it is missing. */
  public List<RequestInput> list(String member) {
    return elements(member).stream().map(element -> nested(member, element)).toList();
  }

  /** The names of its members. */
  public List<String> names() {
    if (node.size() > MEMBERS) {
      throw invalid("There are more than " + MEMBERS + " members");
    }
    return List.copyOf(node.propertyNames());
  }

  /** Whether the member is there. */
  public boolean has(String member) {
    return value(member) != null;
  }

  /** The JSON it is read from. */
  public ObjectNode json() {
    return node;
  }

  /** A fault of the caller with the service's code. */
  public AwsFault invalid(String why) {
    return new AwsFault(code, why);
  }

  /** The input that a JSON body holds. */
  public static RequestInput of(byte[] body, String code) {
    return new RequestInput(JsonProtocol.object(body), code);
  }

  private List<JsonNode> elements(String member) {
    JsonNode value = value(member);
    if (value == null) {
      return List.of();
    }
    if (!(value instanceof ArrayNode array) || array.size() > MEMBERS) {
      throw invalid("The member " + member + " is no list of at most " + MEMBERS);
    }
    List<JsonNode> elements = new ArrayList<>();
    array.forEach(elements::add);
    return elements;
  }

  private RequestInput nested(String member, JsonNode value) {
    if (value instanceof ObjectNode object) {
      return new RequestInput(object, code);
    }
    throw invalid("The member " + member + " is no object");
  }

  private String asText(String member, JsonNode value) {
    if (!value.isString()) {
      throw invalid("The member " + member + " is no string");
    }
    return value.asString();
  }

  private int within(String member, int number, int least, int most) {
    if (number < least || number > most) {
      throw invalid(
          "Value " + number + " for " + member + " is invalid: must be " + least + " to " + most);
    }
    return number;
  }

  private @Nullable JsonNode value(String member) {
    JsonNode value = node.get(member);
    return value == null || value.isNull() ? null : value;
  }
}
