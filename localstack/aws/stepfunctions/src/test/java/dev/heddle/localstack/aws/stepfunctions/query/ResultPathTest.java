package dev.heddle.localstack.aws.stepfunctions.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.path.JsonPathFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Where a result goes in the input. */
class ResultPathTest {
  private static final JsonNode RESULT = Json.string("r");

  private static ResultPath read(String path) throws InvalidExpression {
    return JsonPathFields.resultPath(path == null ? Json.nothing() : Json.string(path));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      nullValues = "none",
      textBlock =
          """
          none             | {"a":1}             | {"a":1}
          $                | {"a":1}             | "r"
          $.a              | {"a":1,"b":2}       | {"a":"r","b":2}
          $.c              | {"a":1}             | {"a":1,"c":"r"}
          $.a.b.c          | {}                  | {"a":{"b":{"c":"r"}}}
          $.a.b            | {"a":{"x":1}}       | {"a":{"x":1,"b":"r"}}
          $.a.b            | {"a":null}          | {"a":{"b":"r"}}
          $.a              | null                | {"a":"r"}
          $['a b']['c.d']  | {}                  | {"a b":{"c.d":"r"}}
          $.l[0]           | {"l":[1,2]}         | {"l":["r",2]}
          $.l[1].x         | {"l":[1,{"y":2}]}   | {"l":[1,{"y":2,"x":"r"}]}
          $[1]             | [1,2]               | [1,"r"]
          """)
  void puts(String path, String input, String merged) throws InvalidExpression {
    assertThat(read(path).merge(Json.parse(input), RESULT)).isEqualTo(Json.parse(merged));
  }

  @Test
  void changesNothingOfTheInputItself() throws InvalidExpression {
    JsonNode input = Json.parse("{\"a\":{\"l\":[{\"x\":1}]}}");
    read("$.a.l[0].x").merge(input, RESULT);
    assertThat(input).isEqualTo(Json.parse("{\"a\":{\"l\":[{\"x\":1}]}}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          $.a.b   | {"a":"text"}
          $.a.b   | {"a":[1]}
          $.a     | "text"
          $.l[2]  | {"l":[1,2]}
          $.l[0]  | {"l":{}}
          $.l[0]  | {}
          """)
  void failsWhereThereIsNoPlace(String path, String input) throws InvalidExpression {
    ResultPath read = read(path);
    assertThatThrownBy(() -> read.merge(Json.parse(input), RESULT))
        .isInstanceOfSatisfying(
            StateFault.class,
            f -> assertThat(f.failure().error()).isEqualTo("States.ResultPathMatchFailure"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$$.a",
        "$v",
        "$.a[*]",
        "$..a",
        "$.a[0:1]",
        "$.a[?(@.b)]",
        "$.a[-1]",
        "a",
        "$.a.length()"
      })
  void refusesWhatIsNoReference(String path) {
    assertThatThrownBy(() -> read(path)).isInstanceOf(InvalidExpression.class);
  }
}
