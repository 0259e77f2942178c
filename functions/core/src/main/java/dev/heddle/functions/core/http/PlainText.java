package dev.heddle.functions.core.http;

import Heddle.BadConfig;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Values where only text can stand: a text, a number or a flag; null stands for nothing. */
final class PlainText {
  private PlainText() {}

  static Optional<String> of(String field, JsonNode value) {
    if (value.isNull()) {
      return Optional.empty();
    }
    if (value.isContainer()) {
      throw new BadConfig(field + " must be text, a number, true or false.");
    }
    return Optional.of(value.asString());
  }
}
