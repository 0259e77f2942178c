package dev.heddle.localstack.aws.stepfunctions.run;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;

/** Task tokens: opaque to workers, the address of a task to the engine. */
final class TaskTokenCodec {
  private static final String VERSION = "h1";

  private TaskTokenCodec() {}

  /** Where a token leads. */
  record Address(long execution, int scope) {}

  static String create(long execution, int scope) {
    String plain = VERSION + "/" + execution + "/" + scope + "/" + UUID.randomUUID();
    return Base64.getUrlEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /** The address in a token; empty when it was not made here. */
  static Optional<Address> read(String token) {
    try {
      byte[] plain = Base64.getUrlDecoder().decode(token);
      String[] parts = new String(plain, StandardCharsets.UTF_8).split("/");
      return parts.length == 4 && parts[0].equals(VERSION)
          ? Optional.of(new Address(Long.parseLong(parts[1]), Integer.parseInt(parts[2])))
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
