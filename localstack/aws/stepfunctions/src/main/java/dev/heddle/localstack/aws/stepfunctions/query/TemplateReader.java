package dev.heddle.localstack.aws.stepfunctions.query;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the fields of a definition into templates. */
public final class TemplateReader {
  private TemplateReader() {}

  /** A field of a JSONata state. */
  public static ValueTemplate jsonata(JsonNode value, String location, ExpectedType expected)
      throws InvalidExpression {
    return JsonataTemplate.read(value, location, expected);
  }

  /** Whether a field of a JSONata state is computed. */
  public static boolean isExpression(@Nullable JsonNode value) {
    return JsonataTemplate.isExpression(value);
  }
}
