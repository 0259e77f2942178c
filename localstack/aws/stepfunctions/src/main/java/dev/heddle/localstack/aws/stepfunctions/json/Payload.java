package dev.heddle.localstack.aws.stepfunctions.json;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;

/** A JSON value beside its compact text: parsed once, written once, measured in UTF-8 bytes. */
public record Payload(JsonNode json, String text) {

  /** The largest input, output or variable of a state, in bytes. */
  public static final int LIMIT = 262_144;

  /** The payload of a value. */
  public static Payload of(JsonNode json) {
    return new Payload(json, Json.text(json));
  }

  /** The payload of a JSON text, spaces removed. */
  public static Payload parse(String text) {
    return of(Json.parse(text));
  }

  /** The size of the text in UTF-8 bytes. */
  public int bytes() {
    return text.length() > LIMIT ? text.length() : text.getBytes(StandardCharsets.UTF_8).length;
  }

  /** Whether it is larger than a state may take or give. */
  public boolean tooLarge() {
    return text.length() * 3L > LIMIT && bytes() > LIMIT;
  }
}
