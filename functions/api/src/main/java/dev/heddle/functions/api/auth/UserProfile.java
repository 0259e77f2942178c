package dev.heddle.functions.api.auth;

import dev.heddle.functions.spec.account.User;
import dev.heddle.functions.spec.shape.Example;

/** A person as they see themselves. */
public record UserProfile(
    @Example("usr_2hq9x7m4kd8vn3zt6rbw") String id,
    @Example("ada@example.com") String email,
    @Example("Ada Lovelace") String name) {

  static UserProfile of(User user) {
    return new UserProfile(user.id(), user.email(), user.name());
  }
}
