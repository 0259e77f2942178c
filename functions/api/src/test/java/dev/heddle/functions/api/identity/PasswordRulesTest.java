package dev.heddle.functions.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
  private static final String EMAIL = "Ada.Lovelace@example.com";
  private static final String NAME = "Ada Lovelace";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery",
        "Tr0ub4dor&3-elephant",
        "xkcd936-staple",
        "Zwölf Boxkämpfer",
        "9f8a7b6c5d4e",
        "パスワードではない長い言葉"
      })
  void takesWhatNobodyGuesses(String password) {
    assertThat(PasswordRules.objection(password, EMAIL, NAME)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "ninechars",
        "aaaaaaaaaaaa",
        "ababababab12",
        "abcabcabcabc",
        "1234567890",
        "1234567890ab",
        "x1234567890!",
        "abcdefghijk1",
        "0987654321",
        "qwertyuiop",
        "poiuytrewq",
        "password123",
        "Password2024!",
        "P@ssw0rd1234",
        "!!letmein!!2025",
        "Welcome12345",
        "1q2w3e4r5t6z",
        "1qaz2wsx3edc",
        "iloveyou2020"
      })
  void refusesWhatIsOnEveryList(String password) {
    assertThat(PasswordRules.objection(password, EMAIL, NAME)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada.lovelace@example.com",
        "ADA.LOVELACE@EXAMPLE.COM",
        "Ada.Lovelace1815",
        "Ada Lovelace",
        "adalovelace!!"
      })
  void refusesThePersonsOwnNames(String password) {
    assertThat(PasswordRules.objection(password, EMAIL, NAME))
        .hasValueSatisfying(objection -> assertThat(objection).doesNotContain("characters"));
  }

  @Test
  void refusesWhatIsTooLong() {
    assertThat(PasswordRules.objection("correct horse ".repeat(100), EMAIL, NAME)).isPresent();
  }

  @Test
  void isQuickWithHostileText() {
    String hostile = "1".repeat(999) + "x";

    assertThat(PasswordRules.objection(hostile, EMAIL, hostile)).isPresent();
  }
}
