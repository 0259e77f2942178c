package dev.heddle.functions.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.api.RouteClient.Answer;
import dev.heddle.functions.aws.ConcurrentWrites;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.spec.MovableClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RefreshSessionTest {
  private static final Duration PAST_GRACE = Duration.ofSeconds(11);

  private final MovableClock clock = new MovableClock();
  private final Person ada = new Person(LocalCloud.cloud(clock));
  private Answer session;
  private String cookie;

  @BeforeEach
  void signUp() {
    session = ada.signUp();
    cookie = Person.cookie(session);
  }

  @Test
  void givesANewTokenAndTheNextCookie() {
    clock.pass(Duration.ofMinutes(11));
    assertThat(ada.authorize("Bearer " + session.text("/accessToken")).isAuthorized()).isFalse();

    Answer refreshed = ada.refresh(cookie);

    assertThat(refreshed.status()).isEqualTo(200);
    assertThat(refreshed.body().path("tenant")).isEqualTo(session.body().path("tenant"));
    assertThat(ada.authorize("Bearer " + refreshed.text("/accessToken")).isAuthorized()).isTrue();
    assertThat(Person.cookie(refreshed)).isNotEqualTo(cookie);
    assertThat(ada.refresh(Person.cookie(refreshed)).status()).isEqualTo(200);
  }

  @Test
  void endsTheSessionWhenAnOldCookieReturns() {
    String next = Person.cookie(ada.refresh(cookie));
    clock.pass(PAST_GRACE);

    Answer stolen = ada.refresh(cookie);

    assertThat(stolen.status()).isEqualTo(401);
    assertThat(stolen.cookies()).isEmpty();
    assertThat(ada.refresh(next).status()).isEqualTo(401);
  }

  @Test
  void endsTheSessionForACookieReplacedLongAgo() {
    String latest = cookie;
    for (int i = 0; i < 5; i++) {
      latest = Person.cookie(ada.refresh(latest));
      clock.pass(Duration.ofDays(20));
    }

    assertThat(ada.refresh(cookie).status()).isEqualTo(401);
    assertThat(ada.refresh(latest).status()).isEqualTo(401);
  }

  @Test
  void leadsTabsThatRefreshAtOnceToOneCookie() throws Exception {
    List<Answer> answers = ConcurrentWrites.of(6, _ -> ada.refresh(cookie));

    assertThat(answers).extracting(Answer::status).containsOnly(200);
    assertThat(answers).extracting(Person::cookie).containsOnly(Person.cookie(answers.getFirst()));
    clock.pass(PAST_GRACE);
    assertThat(ada.refresh(Person.cookie(answers.getFirst())).status()).isEqualTo(200);
  }

  @Test
  void leadsALostAnswerToTheSameCookie() {
    String lost = Person.cookie(ada.refresh(cookie));
    clock.pass(Duration.ofSeconds(9));

    assertThat(Person.cookie(ada.refresh(cookie))).isEqualTo(lost);
    String further = Person.cookie(ada.refresh(lost));
    assertThat(Person.cookie(ada.refresh(cookie))).isEqualTo(further);
  }

  @Test
  void isOverAfterThirtyDaysUnused() {
    clock.pass(Duration.ofDays(30));

    assertThat(ada.refresh(cookie).status()).isEqualTo(401);
  }

  @Test
  void isOverAfterHalfAYearWhateverHappens() {
    String latest = cookie;
    for (int i = 0; i < 8; i++) {
      clock.pass(Duration.ofDays(22));
      latest = Person.cookie(ada.refresh(latest));
    }
    Answer last = ada.refresh(latest);
    assertThat(last.cookies().getFirst()).contains("Max-Age=345600;");
    clock.pass(Duration.ofDays(4));

    assertThat(ada.refresh(Person.cookie(last)).status()).isEqualTo(401);
  }

  @Test
  void refusesCallsFromOtherPages() {
    assertThat(ada.refresh(cookie, Map.of()).status()).isEqualTo(403);
    assertThat(
            ada.refresh(cookie, Map.of("x-heddle-csrf", "1", "origin", "https://evil.example"))
                .status())
        .isEqualTo(403);
    assertThat(
            ada.refresh(cookie, Map.of("x-heddle-csrf", "1", "origin", LocalCloud.PUBLIC_URL))
                .status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "other=1",
        "heddle_refresh=",
        "heddle_refresh=rubbish",
        "heddle_refresh=ses_aaaaaaaaaaaaaaaaaaaa.AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
      })
  void asksForASignInWithoutAGoodCookie(String other) {
    assertThat(ada.refresh(other).status()).isEqualTo(401);
  }

  @Test
  void endsNothingForAGuessedCookie() {
    String guessed = cookie.replaceFirst("\\..*", "." + "A".repeat(43));
    clock.pass(PAST_GRACE);

    assertThat(ada.refresh(guessed).status()).isEqualTo(401);
    assertThat(ada.logOut(guessed).status()).isEqualTo(204);
    assertThat(ada.refresh(cookie).status()).isEqualTo(200);
  }

  @Test
  void endsAtLogOut() {
    Answer out = ada.logOut(cookie);

    assertThat(out.status()).isEqualTo(204);
    assertThat(out.body().isMissingNode()).isTrue();
    assertThat(out.cookies())
        .containsExactly(
            "heddle_refresh=; Path=/api/v1/auth; Max-Age=0; HttpOnly; SameSite=Strict; Secure");
    assertThat(ada.refresh(cookie).status()).isEqualTo(401);
    assertThat(ada.logOut(cookie).status()).isEqualTo(204);
  }

  @Test
  void isNotEndedByOtherPages() {
    assertThat(ada.logOut(cookie, Map.of()).status()).isEqualTo(403);
    assertThat(ada.refresh(cookie).status()).isEqualTo(200);
  }
}
