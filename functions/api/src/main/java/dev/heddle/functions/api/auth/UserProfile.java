package dev.heddle.functions.api.auth;

import dev.heddle.functions.spec.account.User;

/** A person as they see themselves. */
public record UserProfile(String id, String email, String name) {

  static UserProfile of(User user) {
    return new UserProfile(user.id(), user.email(), user.name());
  }
}
