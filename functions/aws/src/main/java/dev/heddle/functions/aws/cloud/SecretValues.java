package dev.heddle.functions.aws.cloud;

import dev.heddle.functions.core.cache.ExpiringCache;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.secretsmanager.model.InvalidRequestException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceExistsException;
import software.amazon.awssdk.services.secretsmanager.model.ResourceNotFoundException;

/**
 * Values in Secrets Manager by full name. What was read is kept in memory for half a minute, so a
 * new value is in use everywhere within that time. No value ever becomes part of a message.
 */
final class SecretValues {
  // A call of Secrets Manager costs money and takes longer than most nodes; a rotated key must
  // still be in use soon. There is no word from other processes that a value has changed.
  private static final Duration KEPT = Duration.ofSeconds(30);
  private static final int MOST = 1_000;

  private final Supplier<SecretsManagerClient> client;
  private final ExpiringCache<String, String> expiringCache;

  SecretValues(Supplier<SecretsManagerClient> client, InstantSource clock) {
    this.client = client;
    expiringCache = new ExpiringCache<>(MOST, KEPT, clock);
  }

  SecretsManagerClient client() {
    return client.get();
  }

  Optional<String> read(String name) {
    return expiringCache.get(name, this::fetch);
  }

  // A secret that waits for its deletion answers InvalidRequest: it is gone to us.
  private Optional<String> fetch(String name) {
    try {
      return Optional.of(client().getSecretValue(r -> r.secretId(name)).secretString());
    } catch (ResourceNotFoundException | InvalidRequestException e) {
      return Optional.empty();
    }
  }

  /** Makes it unless it is there; whether it was made. */
  boolean create(String name, String value) {
    try {
      client().createSecret(r -> r.name(name).secretString(value));
      expiringCache.put(name, value);
      return true;
    } catch (ResourceExistsException e) {
      return false;
    }
  }

  /** Replaces it if it is there; whether it was. */
  boolean replace(String name, String value) {
    try {
      client().putSecretValue(r -> r.secretId(name).secretString(value));
      expiringCache.put(name, value);
      return true;
    } catch (ResourceNotFoundException e) {
      return false;
    }
  }

  void remove(String name) {
    try {
      client().deleteSecret(r -> r.secretId(name).forceDeleteWithoutRecovery(true));
    } catch (ResourceNotFoundException e) {
      // It is gone, which is what was asked for.
    } finally {
      // After the deletion: a read that came in between would remember the value once more.
      expiringCache.forget(name);
    }
  }
}
