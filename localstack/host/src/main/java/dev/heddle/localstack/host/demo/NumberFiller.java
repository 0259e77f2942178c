package dev.heddle.localstack.host.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Finds the number that a field of a schema asks for, within its bounds. */
final class NumberFiller {
  private static final Set<String> LEVELS =
      Set.of("priority", "urgency", "severity", "level", "importance", "impact");
  private static final Set<String> CERTAINTIES =
      Set.of("confidence", "certainty", "probability", "likelihood", "score");
  private static final double SURE_ENOUGH = 0.7;

  private NumberFiller() {}

  static Optional<BigDecimal> find(SchemaField field, AnalyzedText text) {
    return estimate(field, text)
        .or(() -> NumberExtractor.find(text, field.words()))
        .map(number -> bounded(number, field.schema()));
  }

  /** A place between the bounds, for what is judged rather than read. */
  private static Optional<BigDecimal> estimate(SchemaField field, AnalyzedText text) {
    double least = field.schema().path("minimum").asDouble(0);
    double most = field.schema().path("maximum").asDouble(1);
    if (field.isNamed(LEVELS)) {
      return Optional.of(at(least, most, SeverityScore.of(text)));
    }
    return field.isNamed(CERTAINTIES)
        ? Optional.of(at(least, most, SURE_ENOUGH))
        : Optional.empty();
  }

  private static BigDecimal at(double least, double most, double height) {
    return BigDecimal.valueOf(least + (most - least) * height).setScale(2, RoundingMode.HALF_UP);
  }

  /** The least number a schema allows that is not below zero without need. */
  static BigDecimal fallback(JsonNode schema) {
    return bounded(BigDecimal.ZERO, schema);
  }

  private static BigDecimal bounded(BigDecimal number, JsonNode schema) {
    BigDecimal result = number;
    if (schema.path("minimum").isNumber()) {
      result = result.max(schema.path("minimum").decimalValue());
    }
    if (schema.path("maximum").isNumber()) {
      result = result.min(schema.path("maximum").decimalValue());
    }
    return schema.path("type").asString("").equals("integer")
        ? result.setScale(0, RoundingMode.HALF_UP)
        : result;
  }
}
