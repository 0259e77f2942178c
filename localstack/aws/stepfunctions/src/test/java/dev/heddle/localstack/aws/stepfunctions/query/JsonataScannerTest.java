package dev.heddle.localstack.aws.stepfunctions.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which variables an expression names, and what it may not hold. */
class JsonataScannerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          1 + 1                              | ~~
          $x                                 | x
          $x.y.z + $y                        | x y
          $states.input.a                    | states states.input
          $states.context.State.Name         | states states.context
          $sum($l.v)                         | sum l
          '$x' & "$y" & `$z`                 | ~~
          /* $x */ $y                        | y
          a.$x                               | x
          $                                  | ~~
          function($a) {$a + $b}             | a b
          $match(s, /$x/)                    | match
          $x/$y                              | x y
          $x[$y=1].{'k': $z}                 | x y z
          'it\\'s $x' & $y                   | y
          """)
  void namesItsVariables(String text, String names) {
    Set<String> wanted =
        Arrays.stream(names.split(" ")).filter(n -> !n.isEmpty()).collect(Collectors.toSet());
    JsonataScanner scanned = JsonataScanner.of(text.strip());
    Set<String> found = scanned.variables();
    found.remove("");
    assertThat(found).isEqualTo(wanted);
    assertThat(scanned.refusal()).isNull();
  }

  @Test
  void lengthAndDepthAreBounded() {
    assertThat(JsonataScanner.of("1".repeat(65_536)).refusal()).isNull();
    assertThat(JsonataScanner.of("1".repeat(65_537)).refusal()).contains("65536");
    assertThat(JsonataScanner.of("[".repeat(300) + "]".repeat(300)).refusal()).isNull();
    assertThat(JsonataScanner.of("[".repeat(301) + "]".repeat(301)).refusal()).contains("300");
  }

  @Test
  void theFirstRefusalIsTold() {
    assertThat(JsonataScanner.of("1 ?? $eval(2)").refusal()).contains("'??'").contains("column 3");
  }

  /** Whatever the text: it is read to its end. */
  @Test
  void anyTextIsRead() {
    String[] parts = {
      "$", "x", "'", "\"", "`", "/", "/*", "*/", "(", ")", "[", "{", "\\", " ", "?", ":", "and",
      "$match", "$eval", "\u00fc"
    };
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder();
      for (int n = random.nextInt(12); n > 0; n--) {
        text.append(parts[random.nextInt(parts.length)]);
      }
      assertThat(JsonataScanner.of(text.toString()).variables()).as("%s", text).isNotNull();
    }
  }
}
