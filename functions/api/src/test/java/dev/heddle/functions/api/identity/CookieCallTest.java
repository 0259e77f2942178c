package dev.heddle.functions.api.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CookieCallTest {
  private static final String US = "https://heddle.example";
  private static final RefreshToken TOKEN = RefreshToken.first("ses_aaaaaaaaaaaaaaaaaaaa");

  @Test
  void givesTheTokenOfOurOwnPages() {
    assertThat(call("1", US).checked(US)).contains(TOKEN);
    assertThat(new CookieCall(TOKEN.encoded(), "1", null).checked(US)).contains(TOKEN);
  }

  @Test
  void givesNothingWithoutACookie() {
    assertThat(new CookieCall(null, "1", US).checked(US)).isEmpty();
    assertThat(new CookieCall("rubbish", "1", US).checked(US)).isEmpty();
  }

  @Test
  void refusesACallWithoutTheHeader() {
    assertForbidden(new CookieCall(TOKEN.encoded(), null, US), US);
    assertForbidden(call("", US), US);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "http://heddle.example",
        "https://heddle.example:8443",
        "null",
        "",
        "https://heddle.example.evil.example",
        "::",
        "https://user@heddle.example"
      })
  void refusesOtherOrigins(String origin) {
    assertForbidden(call("1", origin), US);
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:8080,http://localhost:8080",
    "http://localhost:8080,http://127.0.0.1:8080",
    "http://localhost:8080,http://localhost:5173"
  })
  void takesAnyLoopbackOriginOnALaptop(String publicUrl, String origin) {
    assertThat(call("1", origin).checked(publicUrl)).contains(TOKEN);
  }

  @Test
  void refusesForeignOriginsOnALaptopToo() {
    assertForbidden(call("1", "http://evil.example:8080"), "http://localhost:8080");
    assertForbidden(call("1", "http://localhost:8080"), US);
  }

  private static CookieCall call(String csrf, String origin) {
    return new CookieCall(TOKEN.encoded(), csrf, origin);
  }

  private static void assertForbidden(CookieCall call, String publicUrl) {
    assertThatThrownBy(() -> call.checked(publicUrl))
        .isInstanceOfSatisfying(
            Fault.class,
            fault -> assertThat(fault.problem()).isInstanceOf(Problem.Forbidden.class));
  }
}
