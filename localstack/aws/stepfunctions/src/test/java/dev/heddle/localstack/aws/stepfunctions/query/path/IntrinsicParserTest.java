package dev.heddle.localstack.aws.stepfunctions.query.path;

import static dev.heddle.localstack.aws.stepfunctions.query.path.JsonPathTestData.data;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import dev.heddle.localstack.aws.stepfunctions.query.StateFault;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The intrinsic functions, one by one, and the grammar of their calls. */
class IntrinsicParserTest {
  private static JsonNode evaluate(String call) {
    return IntrinsicParser.read(call, "v.$").evaluate(data());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          States.Format('plain')                               | "plain"
          States.Format('{}', $.s)                             | "text"
          States.Format('{}{}', 1, true)                       | "1true"
          States.Format('{}', null)                            | "null"
          States.Format('{}', $.f)                             | "1.5"
          States.Format('{}', $.l)                             | "[1, 2, 3]"
          States.Format('{}', $.o)                             | "{a={b=deep}}"
          States.Format('\\{\\}{}', 1)                         | "{}1"
          States.Format('{ } {}', 1)                           | "{ } 1"
          States.Array()                                       | []
          States.Array(1)                                      | [1]
          States.Array($.l, $.l[0])                            | [[1,2,3],1]
          States.ArrayPartition($.l, 1)                        | [[1],[2],[3]]
          States.ArrayPartition($.l, 3)                        | [[1,2,3]]
          States.ArrayPartition($.l, 9)                        | [[1,2,3]]
          States.ArrayPartition(States.Array(), 2)             | []
          States.ArrayContains($.l, 2)                         | true
          States.ArrayContains($.l, 2.0)                       | true
          States.ArrayContains($.l, '2')                       | false
          States.ArrayContains($.rows, $.rows[1])              | true
          States.ArrayRange(0, 0, 1)                           | [0]
          States.ArrayRange(5, 1, -2)                          | [5,3,1]
          States.ArrayRange(1, 5, -1)                          | []
          States.ArrayRange(0.4, 2.6, 1)                       | [0,1,2,3]
          States.ArrayGetItem($.l, 0)                          | 1
          States.ArrayLength($.rows)                           | 2
          States.ArrayUnique(States.Array(1, 1.0, '1', null, null)) | [1,"1",null]
          States.Base64Encode('a')                             | "YQ=="
          States.Base64Encode('')                              | ""
          States.Base64Decode('YQ==')                          | "a"
          States.Hash('', 'MD5')                               | "d41d8cd98f00b204e9800998ecf8427e"
          States.Hash('abc', 'SHA-256')                        | "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
          States.StringSplit('a,b', ',')                       | ["a","b"]
          States.StringSplit(',,,', ',')                       | []
          States.StringSplit('a-b_c', '-_')                    | ["a","b","c"]
          States.StringSplit('abc', '')                        | ["abc"]
          States.StringToJson('{"a":[1]}')                     | {"a":[1]}
          States.StringToJson('5')                             | 5
          States.StringToJson(' ')                             | null
          States.JsonToString($.o)                             | "{\\"a\\":{\\"b\\":\\"deep\\"}}"
          States.JsonToString('x')                             | "\\"x\\""
          States.JsonMerge($.o, $.rows[0], false)              | {"a":{"b":"deep"},"k":"a","v":1}
          States.MathAdd(1, 2)                                 | 3
          States.MathAdd(-5, 2)                                | -3
          States.MathAdd(2147483647, 1)                        | 2147483648
          States.MathAdd(1.4, 1.5)                             | 3
          States.MathAdd(-1.5, 0)                              | -1
          States.MathRandom(3, 4)                              | 3
          """)
  void gives(String call, String value) {
    assertThat(evaluate(call.strip())).isEqualTo(Json.parse(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "States.Format()",
        "States.Format(1)",
        "States.Format('{}')",
        "States.Format('x', 1)",
        "States.ArrayPartition($.l, 0)",
        "States.ArrayPartition($.s, 1)",
        "States.ArrayPartition($.l)",
        "States.ArrayContains($.s, 1)",
        "States.ArrayRange(1, 2, 0)",
        "States.ArrayRange(0, 1000, 1)",
        "States.ArrayRange(1000, 0, -1)",
        "States.ArrayRange('1', 2, 1)",
        "States.ArrayGetItem($.l, 3)",
        "States.ArrayGetItem($.l, -1)",
        "States.ArrayLength($.o)",
        "States.ArrayUnique(1)",
        "States.Base64Encode(1)",
        "States.Base64Decode('***')",
        "States.Hash('x', 'MD2')",
        "States.Hash('x')",
        "States.StringSplit(1, ',')",
        "States.StringToJson('{')",
        "States.StringToJson(1)",
        "States.JsonMerge($.o, $.l, false)",
        "States.JsonMerge($.o, $.o, true)",
        "States.MathAdd('1', 1)",
        "States.MathAdd(1)",
        "States.MathRandom(2, 2)",
        "States.UUID(1)"
      })
  void failsForWrongArguments(String call) {
    assertThatThrownBy(() -> evaluate(call))
        .isInstanceOfSatisfying(
            StateFault.class,
            fault -> assertThat(fault.failure().error()).isEqualTo("States.IntrinsicFailure"));
  }

  /** At the ends of the numbers a range must end too, and a number be told from a wrong one. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "States.ArrayRange(-9223372036854775808, 9223372036854775807, 1)",
        "States.ArrayRange(9223372036854775807, -9223372036854775808, -1)",
        "States.MathAdd(123456789012345678901234567890, 1)",
        "States.ArrayRange(1, 123456789012345678901234567890, 1)",
        "States.MathAdd(9223372036854775807, 1)"
      })
  void failsBeyondTheNumbersThereAre(String call) {
    failsForWrongArguments(call);
  }

  @Test
  void aRangeMayEndWithTheLargestNumber() {
    assertThat(evaluate("States.ArrayRange(9223372036854775806, 9223372036854775807, 1)"))
        .isEqualTo(Json.parse("[9223372036854775806,9223372036854775807]"));
  }

  @Test
  void textsAreBounded() {
    String long10001 = "'" + "x".repeat(10_001) + "'";
    failsForWrongArguments("States.Base64Encode(" + long10001 + ")");
    failsForWrongArguments("States.Base64Decode(" + long10001 + ")");
    failsForWrongArguments("States.Hash(" + long10001 + ", 'MD5')");
    String long10000 = "'" + "x".repeat(10_000) + "'";
    assertThat(evaluate("States.Hash(" + long10000 + ", 'MD5')").stringValue()).hasSize(32);
  }

  @Test
  void aSeedMakesChanceRepeatable() {
    String call = "States.MathRandom(1, 1000000, 42)";
    assertThat(evaluate(call)).isEqualTo(evaluate(call));
    assertThat(evaluate(call)).isNotEqualTo(evaluate("States.MathRandom(1, 1000000, 43)"));
  }

  @Test
  void everyUniqueNameIsAnother() {
    assertThat(evaluate("States.UUID()")).isNotEqualTo(evaluate("States.UUID()"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "States.",
        "States.None(1)",
        "States.Array",
        "States.Array(",
        "States.Array(1",
        "States.Array(1,",
        "States.Array(,)",
        "States.Array(1 2)",
        "States.Array(1) x",
        "States.Array('a)",
        "States.Array('it\\')",
        "States.Array(x)",
        "States.Array(01)",
        "States.Array(+1)",
        "States.Array(1.)",
        "States.Array(tru)",
        "States.Array($.a[)",
        "States.Array(a.b)",
        "States.Array(States.None())"
      })
  void refusesWhatIsNoCall(String call) {
    assertThatThrownBy(() -> IntrinsicParser.read(call, "v.$"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void callsStandTenDeepInsideEachOther() {
    String inner = "1";
    for (int i = 0; i < 11; i++) {
      inner = "States.Array(" + inner + ")";
    }
    assertThat(evaluate(inner)).isEqualTo(Json.parse("[[[[[[[[[[[1]]]]]]]]]]]"));
    String deeper = "States.Array(" + inner + ")";
    assertThatThrownBy(() -> IntrinsicParser.read(deeper, "v.$"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void spacesMeanNothing() {
    assertThat(evaluate("States.Array( 1 ,  'a b' , $.n )  "))
        .isEqualTo(Json.parse("[1,\"a b\",1]"));
  }

  @Test
  void namesAllVariablesOfItsArguments() {
    assertThat(
            IntrinsicParser.read("States.Array($v.w, States.Array($x), $.y)", "v.$").references())
        .containsExactlyInAnyOrder("v", "x");
  }

  /** Whatever the text: it is refused when it is read, or gives a value, or fails as told. */
  @Test
  void anyTextIsRefusedOrCalled() {
    String[] parts = {
      "States.Array",
      "States.Format",
      "States.MathAdd",
      "States.ArrayRange",
      "States.Hash",
      "(",
      ")",
      ",",
      "'",
      "'a'",
      "\\",
      "1",
      "-1",
      "1e9",
      "1e999",
      "00",
      "9223372036854775807",
      "$.l",
      "$.s",
      "$v",
      "$",
      "$$",
      "[",
      "]",
      "?(@.v)",
      "null",
      "true",
      " ",
      "{}",
      "'{}'",
      ".",
      "States."
    };
    Random random = new Random(9);
    for (int i = 0; i < 8_000; i++) {
      StringBuilder text = new StringBuilder("States.Array(");
      for (int n = random.nextInt(10); n > 0; n--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      calledOrRefused(text.append(random.nextInt(4) == 0 ? "" : ")").toString());
    }
  }

  private static void calledOrRefused(String text) {
    try {
      assertThat(evaluate(text)).as(text).isNotNull();
    } catch (IllegalArgumentException | StateFault expected) {
      assertThat(expected.getMessage()).as(text).isNotNull();
    }
  }
}
