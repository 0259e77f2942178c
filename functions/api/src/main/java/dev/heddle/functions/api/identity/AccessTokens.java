package dev.heddle.functions.api.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.heddle.functions.api.identity.SigningKeys.Purpose;
import dev.heddle.functions.spec.caller.Role;
import dev.heddle.functions.spec.caller.Tenant;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;

/**
 * Access tokens: JWTs signed with HS256 (RFC 9068 in form), good for ten minutes and for one
 * tenant. They are not looked up, so one that is out stays good until it expires.
 */
public final class AccessTokens {
  /** How long one is good. */
  public static final Duration LIFE = Duration.ofMinutes(10);

  private static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
  private static final String AUDIENCE = "heddle-api";
  private static final Duration SKEW = Duration.ofSeconds(30);
  private static final int LONGEST = 4_096;

  private final SigningKeys keys;
  private final String issuer;
  private final InstantSource clock;

  /** Tokens of the deployment at this public address. */
  public AccessTokens(SigningKeys keys, String issuer, InstantSource clock) {
    this.keys = keys;
    this.issuer = issuer;
    this.clock = clock;
  }

  /** A new token. */
  public String issue(TokenClaims claims) {
    Instant now = clock.instant();
    var header = new JWSHeader.Builder(JWSAlgorithm.HS256).type(TYPE).build();
    var body =
        new JWTClaimsSet.Builder()
            .issuer(issuer)
            .audience(AUDIENCE)
            .subject(claims.user())
            .claim("tenant", claims.tenant().id())
            .claim("role", claims.role().name())
            .claim("sid", claims.session())
            .issueTime(Date.from(now))
            .expirationTime(Date.from(now.plus(LIFE)))
            .build();
    var token = new SignedJWT(header, body);
    try {
      token.sign(new MACSigner(keys.key(Purpose.ACCESS_TOKENS)));
    } catch (JOSEException e) {
      throw new IllegalStateException("A token could not be signed", e);
    }
    return token.serialize();
  }

  /** What a token says, if it is one of ours and good now. */
  public Optional<TokenClaims> read(String token) {
    if (token.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      SignedJWT jwt = SignedJWT.parse(token);
      return isOurs(jwt) && isGood(jwt.getJWTClaimsSet())
          ? Optional.of(claims(jwt.getJWTClaimsSet()))
          : Optional.empty();
    } catch (ParseException | JOSEException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private boolean isOurs(SignedJWT jwt) throws JOSEException {
    return jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.HS256)
        && TYPE.equals(jwt.getHeader().getType())
        && jwt.verify(new MACVerifier(keys.key(Purpose.ACCESS_TOKENS)));
  }

  private boolean isGood(JWTClaimsSet claims) {
    Instant now = clock.instant();
    return issuer.equals(claims.getIssuer())
        && List.of(AUDIENCE).equals(claims.getAudience())
        && claims.getExpirationTime() != null
        && claims.getExpirationTime().toInstant().isAfter(now)
        && claims.getIssueTime() != null
        && !claims.getIssueTime().toInstant().isAfter(now.plus(SKEW));
  }

  private static TokenClaims claims(JWTClaimsSet claims) throws ParseException {
    return new TokenClaims(
        text(claims, "sub"),
        new Tenant(text(claims, "tenant")),
        Role.valueOf(text(claims, "role")),
        text(claims, "sid"));
  }

  private static String text(JWTClaimsSet claims, String name) throws ParseException {
    String text = claims.getStringClaim(name);
    if (text == null) {
      throw new ParseException("The claim " + name + " is missing", 0);
    }
    return text;
  }
}
