package dev.heddle.functions.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.functions.api.RouteClient.Answer;
import dev.heddle.functions.aws.LocalCloud;
import dev.heddle.functions.spec.MovableClock;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LogInTest {
  private final MovableClock clock = new MovableClock();
  private final Person ada = new Person(LocalCloud.cloud(clock));

  @Test
  void signsInByAddressAndPassword() {
    Answer signedUp = ada.signUp();

    Answer session = ada.logIn(ada.email.toUpperCase(Locale.ROOT), Person.PASSWORD);

    assertThat(session.status()).isEqualTo(200);
    assertThat(session.body().path("user")).isEqualTo(signedUp.body().path("user"));
    assertThat(session.body().path("tenant")).isEqualTo(signedUp.body().path("tenant"));
    assertThat(Person.cookie(session)).isNotEqualTo(Person.cookie(signedUp));
  }

  @Test
  void tellsNotWhetherTheAddressOrThePasswordIsWrong() {
    ada.signUp();

    Answer wrong = ada.logIn(ada.email, "something else");
    Answer nobody = ada.logIn("eve." + ada.email, "something else");

    assertThat(wrong.status()).isEqualTo(401);
    assertThat(nobody.status()).isEqualTo(401);
    assertThat(nobody.text("/detail")).isEqualTo(wrong.text("/detail"));
    assertThat(wrong.cookies()).isEmpty();
    assertThat(wrong.headers()).containsEntry("www-authenticate", "Bearer");
  }

  @Test
  void refusesAfterTenTriesFromOneAddressEvenTheRightPassword() {
    for (int i = 0; i < 10; i++) {
      assertThat(ada.logIn(ada.email, "wrong password " + i).status()).isEqualTo(401);
    }
    ada.signUp();

    Answer answer = ada.logIn(ada.email, Person.PASSWORD);

    assertThat(answer.status()).isEqualTo(429);
    long wait = Long.parseLong(answer.headers().get("retry-after"));
    assertThat(wait).isBetween(1L, 900L);
    assertThat(
            Person.logIn(ada.anyone.from("192.0.2." + ada.word), ada.email, Person.PASSWORD)
                .status())
        .isEqualTo(200);
    clock.pass(Duration.ofSeconds(wait));
    assertThat(ada.logIn(ada.email, Person.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void refusesHostileInput() {
    assertThat(ada.logIn("x@" + "a".repeat(300) + ".example", "p").status()).isEqualTo(422);
    assertThat(ada.logIn(ada.email, "x".repeat(2_000)).status()).isEqualTo(422);
    assertThat(ada.anyone.post("/api/v1/auth/login", "[]").status()).isEqualTo(400);
    assertThat(ada.anyone.post("/api/v1/auth/login", "{").status()).isEqualTo(400);
    assertThat(ada.anyone.post("/api/v1/auth/login", "{\"email\": 1}").status()).isEqualTo(422);
  }
}
