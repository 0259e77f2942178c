package dev.heddle.localstack.aws.stepfunctions.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** JSON goes into JSONata and comes out of it as it was. */
class JsonataValuesTest {
  private static JsonNode evaluate(String text, JsonNode input)
      throws JsonataExpression.CompileFailure {
    EvaluationContext data =
        new EvaluationContext(input, null, null, name -> null, Json::object, Instant.EPOCH);
    return JsonataExpression.compile(text).evaluate(data, "Output");
  }

  private static JsonNode random(Random random, int depth) {
    return switch (random.nextInt(depth == 0 ? 5 : 7)) {
      case 0 -> Json.nothing();
      case 1 -> Json.parse(Integer.toString(random.nextInt()));
      case 2 -> Json.parse(Boolean.toString(random.nextBoolean()));
      case 3 -> Json.string("t" + random.nextInt(9));
      case 4 -> Json.parse(random.nextInt(1_000) + ".5");
      case 5 -> {
        var array = Json.array();
        for (int i = random.nextInt(4); i > 0; i--) {
          array.add(random(random, depth - 1));
        }
        yield array;
      }
      default -> {
        var object = Json.object();
        for (int i = random.nextInt(4); i > 0; i--) {
          object.set("f" + i, random(random, depth - 1));
        }
        yield object;
      }
    };
  }

  /** By the plain reference, by the evaluator, and inside of what an expression builds. */
  @Test
  void anyValueComesBack() throws JsonataExpression.CompileFailure {
    Random random = new Random(17);
    for (int i = 0; i < 500; i++) {
      JsonNode value = random(random, 3);
      var input = Json.object().set("v", value);
      assertThat(evaluate("$states.input.v", input)).isEqualTo(value);
      assertThat(evaluate("{'in': $states.input}.in.v", input)).isEqualTo(value);
      assertThat(evaluate("{'list': [1, $states.input]}", input).at("/list/1/v")).isEqualTo(value);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          $range(1, 3, 1)      | [1,2,3]
          $range(3, 1, -1)     | [3,2,1]
          $range(1, 4, 2)      | [1,3]
          $range(5, 5, 1)      | 5
          $range(5, 5, -1)     | 5
          $range(9223372036854775807, 9223372036854775807, 1) | 9223372036854775807
          $partition([1,2,3], 9) | [[1,2,3]]
          $pad('abc', 2)       | "abc"
          $pad('', 3, 'ab')    | "aba"
          $join([], '-')       | ""
          $join(['a'], '-')    | "a"
          $hash('abc', 'SHA-1') | "a9993e364706816aba3e25717850c26c9cd0d89d"
          """)
  void addedFunctionsGive(String text, String value) throws JsonataExpression.CompileFailure {
    assertThat(evaluate(text.strip(), Json.object())).isEqualTo(Json.parse(value));
  }

  /** At the ends of the numbers a range must end too. */
  @Timeout(60)
  @ParameterizedTest
  @ValueSource(
      strings = {
        "$range(1, 2, 0)",
        "$range(-9000000000000000000, 9000000000000000000, 1)",
        "$range(9000000000000000000, -9000000000000000000, -1)",
        "$range(9223372036854774784, 9300000000000000000, 0)",
        "$range(0, 1000001, 1)",
        "$partition([1], 0)",
        "$hash('a', 'SHA-3')",
        "$parse('{')",
        "$pad('', 5000000)"
      })
  void addedFunctionsFail(String text) {
    assertThatThrownBy(() -> evaluate(text, Json.object())).isInstanceOf(StateFault.class);
  }

  @Timeout(60)
  @Test
  void aRangeEndsWhereTheNumbersDo() throws JsonataExpression.CompileFailure {
    JsonNode range =
        evaluate("$range(9223372036854774784, 9300000000000000000, 1000)", Json.object());
    assertThat(range.size()).isLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$range(1, 0, 1)",
        "$range(0, 1, -1)",
        "$partition(none, 1)",
        "$hash(none, 'MD5')"
      })
  void nothingOfNothing(String text) {
    assertThatThrownBy(() -> evaluate("[" + text + "][0]", Json.object()))
        .hasMessageContaining("returned nothing");
  }
}
