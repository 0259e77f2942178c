package dev.heddle.localstack.aws.services.bus;

import java.math.BigDecimal;

/** A comparison with a number, such as {@code > 5}. */
record NumericComparison(String operator, BigDecimal bound) {

  NumericComparison {
    holds(operator, 0);
  }

  boolean holds(BigDecimal number) {
    return holds(operator, number.compareTo(bound));
  }

  private static boolean holds(String operator, int order) {
    return switch (operator) {
      case "=" -> order == 0;
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      default ->
          throw EventPatternParser.invalid("Unrecognized numeric range operator: " + operator);
    };
  }
}
