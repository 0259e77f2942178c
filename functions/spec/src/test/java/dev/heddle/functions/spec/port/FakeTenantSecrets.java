package dev.heddle.functions.spec.port;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A vault in memory. */
public final class FakeTenantSecrets implements TenantSecrets {
  private final Map<String, String> values = new TreeMap<>();

  /** A vault that holds these. */
  public FakeTenantSecrets(Map<String, String> values) {
    this.values.putAll(values);
  }

  @Override
  public Optional<String> reveal(String name) {
    return Optional.ofNullable(values.get(name));
  }

  @Override
  public void store(String name, String value) {
    values.put(name, value);
  }

  @Override
  public void delete(String name) {
    values.remove(name);
  }

  @Override
  public List<Entry> list() {
    return values.keySet().stream().map(name -> new Entry(name, Instant.EPOCH)).toList();
  }
}
