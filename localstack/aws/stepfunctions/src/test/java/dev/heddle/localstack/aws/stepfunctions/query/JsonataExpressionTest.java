package dev.heddle.localstack.aws.stepfunctions.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** JSONata as the service restricts and extends it, and its bounds. */
class JsonataExpressionTest {
  private static final JsonNode INPUT =
      Json.parse("{\"a\":null,\"n\":1.0,\"big\":123456789012,\"l\":[1,null,3],\"e\":[]}");

  private static JsonNode evaluate(String text) throws JsonataExpression.CompileFailure {
    EvaluationContext data =
        EvaluationContext.of(INPUT, name -> null, Json::object, Instant.ofEpochMilli(86_400_000));
    return JsonataExpression.compile(text).evaluate(data, "Output");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          $states.input.a                          | null
          $states.input.a = null                   | true
          $states.input.n = 1                      | true
          $states.input.big                        | 123456789012
          $states.input.l                          | [1,null,3]
          $states.input.l[1]                       | null
          $states.input.e                          | []
          [$states.input.l[$ = 3]]                 | [3]
          {'x': $states.input.a}                   | {"x":null}
          $count($states.input.l)                  | 3
          $merge([{'a':1},{'b':2}])                | {"a":1,"b":2}
          $sort([3,1,2])                           | [1,2,3]
          $append($states.input.l, 4)              | [1,null,3,4]
          $string($states.input.l)                 | "[1,null,3]"
          $partition([1,2,3], 2)                   | [[1,2],[3]]
          $range(1, 9, 4)                          | [1,5,9]
          $range(1, 9, 9)                          | 1
          $hash('x', 'MD5')                        | "9dd4e461268c8034f5c8564e155c67a6"
          $random(7) = $random(7)                  | true
          $length($uuid())                         | 36
          $parse('{"a":[1]}')                      | {"a":[1]}
          $millis()                                | 86400000
          $now()                                   | "1970-01-02T00:00:00.000Z"
          $pad('x', -3, 'ab')                      | "abx"
          $join(['a','b'], '-')                    | "a-b"
          $match('abab', /a(b)/)[1].index          | 2
          $contains('abc', /B/i)                   | true
          $split('a1b22c', /[0-9]+/)               | ["a","b","c"]
          $replace('aaa', 'a', 'b', 2)             | "bba"
          $replace('a.a', '.', '-', 1)             | "a-a"
          $replace('a1b2', /([0-9])/, '<$1>', 1)   | "a<1>b2"
          """)
  void gives(String text, String value) throws JsonataExpression.CompileFailure {
    assertThat(evaluate(text.strip())).isEqualTo(Json.parse(value));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "$states.input.none",
        "$states.input.l[9]",
        "$unknown",
        "$lookup({}, 'x')",
        "$states.input.e[0]"
      })
  void nothingIsAnError(String text) {
    assertThatThrownBy(() -> evaluate(text)).hasMessageContaining("returned nothing (undefined)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          1 ?? 2                                   | not part of JSONata 2.0.6 at column 3
          1 ?: 2                                   | not part of JSONata 2.0.6 at column 3
          ($e := $eval; $e('1'))                   | $eval is not supported at column 8
          /(a+)+$/('aaaa')                         | may only be an argument
          $map(['a'], /a/)                         | may only be an argument
          ($p := /a/; 1)                           | may only be an argument
          ($match := function($s, $p) {$p($s)}; 1) | given another meaning
          function($match) {1}                     | given another meaning
          """)
  void refuses(String text, String why) {
    assertThatThrownBy(() -> evaluate(text.strip())).hasMessageContaining(why);
  }

  @ParameterizedTest
  @ValueSource(strings = {"'a ?? b'", "/* ?: $eval */ 1", "8/4/2", "$contains('a??', '??')"})
  void refusesOnlyWhatIsCode(String text) throws JsonataExpression.CompileFailure {
    assertThat(evaluate(text).isMissingNode()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "($f := function($n) {$f($n + 1)}; $f(1))",
        "($f := function($n) {1 + $f($n + 1)}; $f(1))",
        "($s := 'xxxxxxxxxxxxxxxx'; $f := function($t, $n) {$n = 0 ? $t : $f($t & $t, $n - 1)};"
            + " $f($s, 40))",
        "($f := function($n) {$f($n)}; $f(1))",
        "[1..1000000000]",
        "$count([1..9000000])",
        "$range(1, 1000000000, 1)",
        "$pad('', 100000000)",
        "$reduce([1..900000], function($a, $b) {$a & 'xxxxxxxxxxxxxxxx'}, '')",
        "$reduce([1..900000], function($a, $b) {$a + $sum([1..$b])})",
        "[1..900000]^($sum([1..$]))",
        "$sort([1..900000], function($a, $b) {$sum([1..$a]) > $sum([1..$b])})",
        "($f := function($l, $n) {$n = 0 ? $l : $f($append($l, $l), $n - 1)}; $f([1], 40))",
        "($f := function($o, $n) {$n = 0 ? $o : $f({'a': $o}, $n - 1)}; $f(1, 100000))",
        "($f := function($o, $n) {$n = 0 ? $o : $f({'a': $o, 'b': $o}, $n - 1)}; $f(1, 60))",
        "($f := function($o, $n) {$n = 0 ? $o : $f({'a': $o, 'b': $o}, $n - 1)};"
            + " $string($f(1, 60)))",
        "($f := function($o, $n) {$n = 0 ? $o : $f({'a': $o, 'b': $o}, $n - 1)};"
            + " $f(1, 60) = $f(1, 60))",
        "$string([1..900000].($states.input.big & 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx'))",
        "$distinct([1..1000000].($ & ''))",
        "[1..9000000].($ & 'x')",
        "$match($pad('', 60, '1,'), /(.*,){25}P/)",
        "$contains($pad('', 60, '1,'), /(.*,){25}P/)",
        "$split($pad('', 60, '1,'), /(.*,){25}P/)",
        "$replace($pad('', 60, '1,'), /(.*,){25}P/, 'x')",
        "$replace($pad('', 60, '1,'), /(.*,){25}P/, 'x', 3)",
        "$replace($pad('', 100000, 'a'), 'a', $pad('', 100000, 'b'))"
      })
  void stopsWhatHasNoEnd(String text) {
    long begin = System.nanoTime();
    assertThatThrownBy(() -> evaluate(text)).isInstanceOf(StateFault.class);
    assertThat(System.nanoTime() - begin).isLessThan(15_000_000_000L);
  }

  @Test
  void manyThreadsMayEvaluateOne() throws Exception {
    var results = new java.util.concurrent.ConcurrentLinkedQueue<JsonNode>();
    try (var executor = java.util.concurrent.Executors.newFixedThreadPool(4)) {
      for (int i = 0; i < 400; i++) {
        executor.submit(() -> results.add(evaluate("$sum($map([1..50], function($v) {$v * 2}))")));
      }
    }
    assertThat(results).hasSize(400).containsOnly(Json.parse("2550"));
  }
}
