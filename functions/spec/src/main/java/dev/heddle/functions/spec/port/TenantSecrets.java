package dev.heddle.functions.spec.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The secrets of one tenant, by name ({@code [a-zA-Z0-9_.-]{1,64}}). */
public interface TenantSecrets {

  /** A secret as it is listed. */
  record Entry(String name, Instant updatedAt) {}

  /** The value, for use in this process only. */
  Optional<String> reveal(String name);

  /** Stores or replaces a value of at most 10 KB. */
  void store(String name, String value);

  /** Removes it; nothing happens when it is not there. */
  void delete(String name);

  /** The names, sorted; never a value. */
  List<Entry> list();
}
