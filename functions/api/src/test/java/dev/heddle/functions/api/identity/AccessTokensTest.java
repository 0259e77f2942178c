package dev.heddle.functions.api.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import dev.heddle.functions.api.identity.SigningKeys.Purpose;
import dev.heddle.functions.spec.caller.Role;
import dev.heddle.functions.spec.caller.Tenant;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccessTokensTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");
  private static final String ISSUER = "https://heddle.example";
  private static final TokenClaims ADA =
      new TokenClaims("usr_ada", new Tenant("ten_acme"), Role.ADMIN, "ses_1");

  private final SigningKeys keys = new SigningKeys(new FixedSecrets());

  private AccessTokens at(Instant now) {
    return new AccessTokens(keys, ISSUER, InstantSource.fixed(now));
  }

  @Test
  void readsBackWhatItIssued() {
    assertThat(at(NOW).read(at(NOW).issue(ADA))).contains(ADA);
  }

  @Test
  void isGoodForTenMinutes() {
    String token = at(NOW).issue(ADA);

    assertThat(at(NOW.plusSeconds(599)).read(token)).contains(ADA);
    assertThat(at(NOW.plusSeconds(600)).read(token)).isEmpty();
  }

  @Test
  void isNotGoodBeforeItsTime() {
    String token = at(NOW.plusSeconds(120)).issue(ADA);

    assertThat(at(NOW).read(token)).isEmpty();
    assertThat(at(NOW.plusSeconds(95)).read(token)).contains(ADA);
  }

  @Test
  void isOfOneDeployment() {
    String token = at(NOW).issue(ADA);
    var elsewhere = new AccessTokens(keys, "https://other.example", InstantSource.fixed(NOW));
    var otherKey =
        new AccessTokens(new SigningKeys(new FixedSecrets()), ISSUER, InstantSource.fixed(NOW));

    assertThat(elsewhere.read(token)).isEmpty();
    assertThat(otherKey.read(token)).isEmpty();
  }

  @Test
  void refusesAChangedBody() {
    String[] parts = at(NOW).issue(ADA).split("\\.", -1);
    String[] other =
        at(NOW)
            .issue(new TokenClaims("usr_eve", ADA.tenant(), Role.OWNER, "ses_1"))
            .split("\\.", -1);

    assertThat(at(NOW).read(parts[0] + "." + other[1] + "." + parts[2])).isEmpty();
  }

  @Test
  void refusesATokenWithoutSignature() {
    assertThat(at(NOW).read(new PlainJWT(body().build()).serialize())).isEmpty();
  }

  @Test
  void refusesAnotherAlgorithmTypeOrAudience() throws Exception {
    assertThat(at(NOW).read(signed(JWSAlgorithm.HS256, "at+jwt", _ -> {}))).isPresent();
    assertThat(at(NOW).read(signed(JWSAlgorithm.HS256, "JWT", _ -> {}))).isEmpty();
    assertThat(at(NOW).read(signed(JWSAlgorithm.HS256, "at+jwt", b -> b.audience("else"))))
        .isEmpty();
    assertThat(at(NOW).read(signed(JWSAlgorithm.HS256, "at+jwt", b -> b.expirationTime(null))))
        .isEmpty();
    assertThat(at(NOW).read(signed(JWSAlgorithm.HS256, "at+jwt", b -> b.claim("role", "GOD"))))
        .isEmpty();
    assertThat(at(NOW).read(signed(JWSAlgorithm.HS256, "at+jwt", b -> b.claim("role", null))))
        .isEmpty();
    assertThat(at(NOW).read(signed(JWSAlgorithm.HS256, "at+jwt", b -> b.claim("tenant", null))))
        .isEmpty();
  }

  private String signed(JWSAlgorithm algorithm, String type, Consumer<JWTClaimsSet.Builder> change)
      throws Exception {
    var body = body();
    change.accept(body);
    var header = new JWSHeader.Builder(algorithm).type(new JOSEObjectType(type)).build();
    var token = new SignedJWT(header, body.build());
    token.sign(new MACSigner(keys.key(Purpose.ACCESS_TOKENS)));
    return token.serialize();
  }

  private static JWTClaimsSet.Builder body() {
    return new JWTClaimsSet.Builder()
        .issuer(ISSUER)
        .audience("heddle-api")
        .subject("usr_ada")
        .claim("tenant", "ten_acme")
        .claim("role", "ADMIN")
        .claim("sid", "ses_1")
        .issueTime(Date.from(NOW))
        .expirationTime(Date.from(NOW.plusSeconds(60)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "...",
        "a.b.c",
        "eyJhbGciOiJub25lIn0..",
        "null",
        "\0",
        "eyJhbGciOiJIUzI1NiJ9.W10.AAAA",
        "eyJhbGciOiJIUzI1NiJ9.e30."
      })
  void refusesRubbish(String token) {
    assertThat(at(NOW).read(token)).isEmpty();
    assertThat(at(NOW).read(token.repeat(10_000))).isEmpty();
  }
}
