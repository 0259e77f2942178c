package dev.heddle.localstack.aws.stepfunctions.query;

import java.util.Locale;
import tools.jackson.databind.JsonNode;

/** The type a field needs its expression to give. */
public enum ExpectedType {
  ANY,
  ARRAY,
  BOOLEAN,
  NUMBER,
  OBJECT,
  STRING;

  /** Whether a value is of this type. */
  public boolean accepts(JsonNode value) {
    return switch (this) {
      case ANY -> true;
      case ARRAY -> value.isArray();
      case BOOLEAN -> value.isBoolean();
      case NUMBER -> value.isNumber();
      case OBJECT -> value.isObject();
      case STRING -> value.isString();
    };
  }

  /** The name the service gives a value's type. */
  public static String nameOf(JsonNode value) {
    return value.getNodeType().name().toLowerCase(Locale.ROOT);
  }

  /** The name the service gives this type. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }
}
