package dev.heddle.localstack.aws.stepfunctions.query.path;

import static dev.heddle.localstack.aws.stepfunctions.query.path.IntrinsicArguments.whole;

import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** The intrinsic functions on numbers. */
final class NumberFunctions {
  private NumberFunctions() {}

  /** From the first, inclusive, to the second, exclusive; a third argument is the seed. */
  static JsonNode random(List<JsonNode> arguments) {
    int count = arguments.size() == 3 ? 3 : 2;
    long from = whole(arguments, 0, count);
    long to = whole(arguments, 1, count);
    if (from >= to) {
      throw new IllegalArgumentException("The start of the range must be below its end");
    }
    RandomGenerator random =
        count == 3 ? new Random(whole(arguments, 2, 3)) : ThreadLocalRandom.current();
    return JsonValues.number(random.nextLong(from, to));
  }

  static JsonNode add(List<JsonNode> arguments) {
    try {
      return JsonValues.number(Math.addExact(whole(arguments, 0, 2), whole(arguments, 1, 2)));
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("The sum has more than 64 bits", e);
    }
  }
}
