package dev.heddle.functions.core.http;

import Heddle.BadConfig;
import Heddle.SecretMissing;
import dev.heddle.functions.core.http.HttpConfig.Auth;
import dev.heddle.functions.spec.port.TenantSecrets;
import dev.heddle.functions.spec.shape.WireJson;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** The headers that sign a request in, and the secrets in them that no one may see again. */
record RequestCredentials(Map<String, String> headers, List<String> secrets) {
  /** Shorter ones would blot out half of any answer. */
  private static final int WORTH_HIDING = 4;

  static RequestCredentials of(Auth auth, TenantSecrets vault) {
    return switch (auth) {
      case Auth.None _ -> new RequestCredentials(Map.of(), List.of());
      case Auth.Basic basic -> basic(basic.user(), secret(basic.password(), vault));
      case Auth.Bearer bearer -> {
        String token = secret(bearer.token(), vault);
        yield new RequestCredentials(Map.of("Authorization", "Bearer " + token), spellings(token));
      }
      case Auth.Header header -> {
        String value = secret(header.value(), vault);
        yield new RequestCredentials(Map.of(header.name(), value), spellings(value));
      }
    };
  }

  private static RequestCredentials basic(String user, String password) {
    if (user.indexOf(':') >= 0) {
      throw new BadConfig("auth.user must not contain a colon.");
    }
    byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    String encoded = Base64.getEncoder().encodeToString(both);
    List<String> hidden = new ArrayList<>(spellings(password));
    hidden.add(encoded);
    return new RequestCredentials(Map.of("Authorization", "Basic " + encoded), List.copyOf(hidden));
  }

  /** A secret as it is and as JSON may write it. */
  private static List<String> spellings(String secret) {
    String quoted = WireJson.MAPPER.writeValueAsString(secret);
    String escaped = quoted.substring(1, quoted.length() - 1);
    return List.of(secret, escaped, escaped.replace("/", "\\/"));
  }

  /** The value without the line end that comes along when one pastes it. */
  private static String secret(String name, TenantSecrets vault) {
    return vault
        .reveal(name)
        .map(String::strip)
        .orElseThrow(
            () ->
                new SecretMissing(
                    "There is no secret named “" + name + "”. Add it, or choose another one."));
  }

  /** An answer in which a server that repeats what it was sent gives nothing away. */
  ApiResponse redact(ApiResponse answer) {
    return secrets.stream()
        .filter(secret -> secret.length() >= WORTH_HIDING)
        .reduce(answer, ApiResponse::without, (_, later) -> later);
  }
}
