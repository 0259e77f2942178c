package dev.heddle.functions.api.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.heddle.events.AuthorizerReply;
import dev.heddle.functions.api.RouteClient.Answer;
import dev.heddle.functions.aws.ConcurrentWrites;
import dev.heddle.functions.aws.LocalCloud;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SignUpTest {
  private final Person ada = new Person(LocalCloud.cloud());

  @Test
  void makesAPersonAndAWorkspaceAndSignsIn() {
    Answer session = ada.signUp();

    assertThat(session.status()).isEqualTo(201);
    assertThat(session.body().path("expiresIn").asInt()).isEqualTo(600);
    assertThat(session.text("/user/id")).matches("usr_[a-z2-7]{20}");
    assertThat(session.text("/user/email")).isEqualTo(ada.email);
    assertThat(session.text("/user/name")).isEqualTo("Ada");
    assertThat(session.text("/tenant/id")).matches("ten_[a-z2-7]{20}");
    assertThat(session.text("/tenant/slug")).isEqualTo("acme-" + ada.word);
    assertThat(session.text("/tenant/name")).isEqualTo(ada.workspace);
    assertThat(session.text("/tenant/role")).isEqualTo("OWNER");
    assertThat(session.body().propertyNames())
        .containsExactlyInAnyOrder("accessToken", "expiresIn", "user", "tenant");
  }

  @Test
  void setsACookieForTheAuthRoutesOnly() {
    assertThat(ada.signUp().cookies())
        .singleElement()
        .asString()
        .matches(
            "heddle_refresh=ses_[a-z2-7]{20}\\.[\\w-]{43}; Path=/api/v1/auth; Max-Age=2592000;"
                + " HttpOnly; SameSite=Strict; Secure");
  }

  @Test
  void givesATokenTheGatewayTakes() {
    Answer session = ada.signUp();

    AuthorizerReply reply = ada.authorize("Bearer " + session.text("/accessToken"));

    assertThat(reply.isAuthorized()).isTrue();
    assertThat(reply.context())
        .containsEntry("user", session.text("/user/id"))
        .containsEntry("tenant", session.text("/tenant/id"))
        .containsEntry("role", "OWNER")
        .containsKey("session");
    Answer me = ada.with(session).get("/api/v1/auth/me");
    assertThat(me.status()).isEqualTo(200);
    assertThat(me.body().path("user")).isEqualTo(session.body().path("user"));
    assertThat(me.body().path("tenant")).isEqualTo(session.body().path("tenant"));
    assertThat(me.body().path("memberships").size()).isOne();
  }

  @ParameterizedTest
  @CsvSource({
    "' ',''",
    "'',Basic abc",
    "'',Bearer",
    "'',Bearer  ",
    "'',bearer eyJhbGciOiJub25lIn0.e30.",
    "'',Bearer a.b.c d"
  })
  void letsNobodyInByRubbish(String ignored, String header) {
    AuthorizerReply reply = ada.authorize(header);

    assertThat(reply.isAuthorized()).isFalse();
    assertThat(reply.context()).isEmpty();
  }

  @Test
  void refusesAnAddressThatHasAnAccount() {
    ada.signUp();

    Answer again = ada.signUp(ada.email.toUpperCase(Locale.ROOT), Person.PASSWORD, "B");

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("/type")).isEqualTo("urn:heddle:problem:conflict");
    assertThat(again.cookies()).isEmpty();
  }

  @Test
  void letsOneOfSeveralHaveAnAddress() throws Exception {
    List<Answer> answers = ConcurrentWrites.of(3, _ -> ada.signUp());

    assertThat(answers).extracting(Answer::status).containsExactlyInAnyOrder(201, 409, 409);
  }

  @Test
  void givesASecondWorkspaceOfANameAnotherSlug() {
    Person eve = new Person(LocalCloud.cloud());
    ada.signUp();

    Answer second = eve.signUp(eve.email, Person.PASSWORD, ada.workspace);

    assertThat(second.status()).isEqualTo(201);
    assertThat(second.text("/tenant/slug")).matches("acme-" + ada.word + "-[a-z2-7]{6}");
  }

  @Test
  void saysEverythingThatIsWrongAtOnce() {
    Answer answer = ada.signUp("nobody", "short", " ");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body().path("errors").findValuesAsString("field"))
        .containsExactlyInAnyOrder("email", "password", "workspace");
  }

  @ParameterizedTest
  @CsvSource({"password1234", "1234567890ab", "aaaaaaaaaaaa"})
  void refusesCommonPasswords(String password) {
    Answer answer = ada.signUp(ada.email, password, "Acme");

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.text("/errors/0/field")).isEqualTo("password");
    assertThat(answer.body().toString()).doesNotContain(password);
  }

  @Test
  void takesHalvesOfCharactersForQuestionMarks() {
    Answer session = ada.signUp(ada.email, Person.PASSWORD, "Half \\ud800");

    assertThat(session.status()).isEqualTo(201);
    assertThat(session.text("/tenant/name")).isEqualTo("Half ?");
  }
}
