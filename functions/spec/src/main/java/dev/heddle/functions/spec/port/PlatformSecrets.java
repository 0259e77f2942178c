package dev.heddle.functions.spec.port;

import java.util.Optional;
import java.util.function.Supplier;

/** The platform's own secrets. */
public interface PlatformSecrets {

  /** The value; empty when there is none of that name. */
  Optional<String> reveal(String name);

  /**
   * The value, made and stored first if there is none. Of several who make it at the same time all
   * get the one that was stored.
   */
  String obtain(String name, Supplier<String> make);
}
