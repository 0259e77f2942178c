package dev.heddle.functions.spec.account;

import java.util.Optional;

/** The people. */
public interface Users {

  /** The person. */
  Optional<User> find(String id);

  /** The person with this address, in any case; takes as long whether or not there is one. */
  Optional<User> byEmail(String email);

  /** Stores a person, a workspace and that the one owns the other: all of it or nothing. */
  Registered register(User user, Workspace workspace);

  /** How a registration went. */
  enum Registered {
    DONE,
    EMAIL_TAKEN,
    SLUG_TAKEN
  }
}
