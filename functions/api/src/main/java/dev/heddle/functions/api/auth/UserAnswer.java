package dev.heddle.functions.api.auth;

import dev.heddle.functions.spec.account.User;

/** A person as they see themselves. */
public record UserAnswer(String id, String email, String name) {

  static UserAnswer of(User user) {
    return new UserAnswer(user.id(), user.email(), user.name());
  }
}
