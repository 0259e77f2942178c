package dev.heddle.functions.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshTokenTest {
  private static final String SESSION = "ses_aaaaaaaaaaaaaaaaaaaa";

  private final SigningKeys keys = new SigningKeys(new FixedSecrets());

  @Test
  void isReadBackFromItsCookie() {
    RefreshToken token = RefreshToken.first(SESSION);

    assertThat(RefreshToken.parse(token.encoded())).contains(token);
    assertThat(token.encoded()).hasSizeLessThan(100);
  }

  @Test
  void isNeverTheSameTwice() {
    assertThat(RefreshToken.first(SESSION)).isNotEqualTo(RefreshToken.first(SESSION));
  }

  @Test
  void leadsToOneSuccessorOnlyWeCanCompute() {
    RefreshToken token = RefreshToken.first(SESSION);
    SigningKeys others = new SigningKeys(new FixedSecrets());

    assertThat(token.next(keys)).isEqualTo(token.next(keys)).isNotEqualTo(token.next(others));
    assertThat(token.next(keys).hash()).isNotEqualTo(token.hash());
    assertThat(RefreshToken.parse(token.next(keys).encoded())).contains(token.next(keys));
  }

  @Test
  void keepsItsSecretOutOfLogs() {
    RefreshToken token = RefreshToken.first(SESSION);

    assertThat(token.toString()).doesNotContain(token.secret());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ses_aaaaaaaaaaaaaaaaaaaa",
        "ses_aaaaaaaaaaaaaaaaaaaa.",
        "ses_aaaaaaaaaaaaaaaaaaaa.short",
        "ses_AAAAAAAAAAAAAAAAAAAA.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
        "ses_a#SESSION#bbbbbbbbbb.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
      })
  void refusesRubbish(String text) {
    assertThat(RefreshToken.parse(text)).isEmpty();
  }
}
