package dev.heddle.functions.spec.account;

import java.time.Instant;

/**
 * A person who can sign in.
 *
 * @param email as it was given; compared without regard to case
 * @param passwordHash never leaves the process
 */
public record User(String id, String email, String name, String passwordHash, Instant createdAt) {

  /** The hash stays out of logs. */
  @Override
  public String toString() {
    return "User[" + id + "]";
  }
}
