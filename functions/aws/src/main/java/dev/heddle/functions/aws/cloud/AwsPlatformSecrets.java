package dev.heddle.functions.aws.cloud;

import dev.heddle.functions.spec.port.PlatformSecrets;
import java.util.Optional;
import java.util.function.Supplier;

/** The platform's secrets in Secrets Manager under {@code /heddle/platform/}. */
public final class AwsPlatformSecrets implements PlatformSecrets {
  private static final String PREFIX = "/heddle/platform/";

  private final SecretValues values;

  AwsPlatformSecrets(SecretValues values) {
    this.values = values;
  }

  @Override
  public Optional<String> reveal(String name) {
    return values.read(PREFIX + name);
  }

  /** Creation is refused to all but the first, and the others then read what it stored. */
  @Override
  public String obtain(String name, Supplier<String> make) {
    return reveal(name).orElseGet(() -> create(name, make.get()));
  }

  private String create(String name, String value) {
    if (values.create(PREFIX + name, value)) {
      return value;
    }
    return reveal(name)
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The secret " + PREFIX + name + " waits for its deletion; restore it"));
  }
}
