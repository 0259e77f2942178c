package dev.heddle.localstack.aws.stepfunctions.query.path;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns with stars. */
class GlobTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          *       | ''       | true
          *       | anything | true
          abc     | abc      | true
          abc     | abcd     | false
          abc     | ''       | false
          a*      | a        | true
          a*      | ba       | false
          *c      | abc      | true
          *c      | abcd     | false
          a*c     | ac       | true
          a*c     | abbbc    | true
          aba*aba | aba      | false
          aba*aba | abaaba   | true
          a*b*c   | axbxc    | true
          a*b*c   | acb      | false
          **      | x        | true
          a**c    | abc      | true
          a\\*c   | a*c      | true
          a\\*c   | abc      | false
          a\\\\*  | a\\b     | true
          a.c     | abc      | false
          """)
  void matches(String pattern, String text, boolean wanted) {
    assertThat(Glob.of(pattern).matches(text)).isEqualTo(wanted);
  }

  @Test
  void matchesWhatARegularExpressionWould() {
    Random random = new Random(3);
    for (int i = 0; i < 5_000; i++) {
      String pattern = text(random, "ab*", 7);
      String text = text(random, "ab", 9);
      boolean wanted = Pattern.matches(pattern.replace("*", ".*"), text);
      assertThat(Glob.of(pattern).matches(text)).as("%s ~ %s", text, pattern).isEqualTo(wanted);
    }
  }

  private static String text(Random random, String letters, int most) {
    StringBuilder text = new StringBuilder();
    for (int n = random.nextInt(most); n > 0; n--) {
      text.append(letters.charAt(random.nextInt(letters.length())));
    }
    return text.toString();
  }
}
