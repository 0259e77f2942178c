package dev.heddle.localstack.aws.stepfunctions.query.path;

import static dev.heddle.localstack.aws.stepfunctions.query.path.JsonPathTestData.data;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths into the input, the context and variables. */
class JsonPathExpressionTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          $.s                       | "text"
          $.o.a.b                   | "deep"
          $['o']['a']               | {"b":"deep"}
          $['odd name']['a.b']      | 7
          $.x                       | null
          $.l[0]                    | 1
          $.l[-1]                   | 3
          $.l[0,2]                  | [1,3]
          $.l[1:]                   | [2,3]
          $.l[:2]                   | [1,2]
          $.l[*]                    | [1,2,3]
          $.rows[*].k               | ["a","b"]
          $.rows[?(@.v > 1)].k      | ["b"]
          $.rows[?(@.k == 'a')].v   | [1]
          $.rows[?(@.none)]         | []
          $..v                      | [1,2]
          $.none[*].v               | []
          $.l.length()              | 3
          $$.Execution.Name         | "run"
          $v                        | {"w":[4,5]}
          $v.w[1]                   | 5
          $empty                    | null
          """)
  void finds(String path, String value) throws JsonPathExpression.PathNotFound {
    assertThat(JsonPathExpression.of(path.strip()).read(data())).isEqualTo(Json.parse(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$.none", "$.s.t", "$.l[3]", "$.o.none.b", "$$.none", "$unassigned", "$v.none"})
  void missesWhatIsNotThere(String path) {
    assertThatThrownBy(() -> JsonPathExpression.of(path).read(data()))
        .isInstanceOf(JsonPathExpression.PathNotFound.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "a.b",
        ".a",
        "$.",
        "$[",
        "$['a",
        "$.a[?(",
        "$.a[?(@.b ==)]",
        "$.[",
        "$.a."
      })
  void refusesWhatIsNoPath(String path) {
    assertThatThrownBy(() -> JsonPathExpression.of(path))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThatThrownBy(() -> JsonPathExpression.of("$." + "a".repeat(5_000)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4096");
  }

  @Test
  void namesTheVariableItReads() {
    assertThat(JsonPathExpression.of("$v.w").references()).containsExactly("v");
    assertThat(JsonPathExpression.of("$.v").references()).isEmpty();
    assertThat(JsonPathExpression.of("$$.v").references()).isEmpty();
  }

  @Test
  void knowsWhetherItCanFindMoreThanOne() {
    assertThat(JsonPathExpression.of("$.a.b[0]").definite()).isTrue();
    assertThat(JsonPathExpression.of("$.a[*]").definite()).isFalse();
    assertThat(JsonPathExpression.of("$..a").definite()).isFalse();
    assertThat(JsonPathExpression.of("$.a[?(@.b)]").definite()).isFalse();
  }

  /** Whatever the text: it is refused, or it reads a value, or it misses one. */
  @Test
  void anyTextIsRefusedOrRead() {
    String[] parts = {
      "$",
      "$$",
      ".",
      "..",
      "[",
      "]",
      "*",
      "0",
      "-1",
      "99999999999",
      ":",
      ",",
      "'",
      "\"",
      "?(",
      ")",
      "@",
      "a",
      "l",
      "o",
      "rows",
      " ",
      "==",
      "&&",
      "||",
      "=~",
      "/x/",
      "length()",
      "min()",
      "sum()",
      "concat(",
      "v",
      "\\",
      "$v",
      "in",
      "true",
      "null",
      "{",
      "}",
      "append(",
      "keys()",
      "1.5"
    };
    Random random = new Random(5);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder("$");
      for (int n = random.nextInt(8); n > 0; n--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      readOrRefused(text.toString());
    }
  }

  private static void readOrRefused(String text) {
    try {
      assertThat(JsonPathExpression.of(text).read(data())).as(text).isNotNull();
    } catch (IllegalArgumentException | JsonPathExpression.PathNotFound expected) {
      assertThat(expected.getMessage()).as(text).isNotNull();
    }
  }
}
