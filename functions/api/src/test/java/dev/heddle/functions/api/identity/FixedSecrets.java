package dev.heddle.functions.api.identity;

import dev.heddle.functions.spec.port.PlatformSecrets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Platform secrets in memory. */
final class FixedSecrets implements PlatformSecrets {
  private final Map<String, String> values = new ConcurrentHashMap<>();

  @Override
  public Optional<String> reveal(String name) {
    return Optional.ofNullable(values.get(name));
  }

  @Override
  public String obtain(String name, Supplier<String> make) {
    return values.computeIfAbsent(name, _ -> make.get());
  }
}
