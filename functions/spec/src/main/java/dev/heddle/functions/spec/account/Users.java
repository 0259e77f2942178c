package dev.heddle.functions.spec.account;

import dev.heddle.functions.spec.entity.Entity;
import dev.heddle.functions.spec.entity.EntityRetention;
import dev.heddle.functions.spec.entity.PlatformEntity;
import java.util.Optional;

/** The people. */
public interface Users {

  /** The people, and whose an address is. */
  PlatformEntity<Users> ENTITY =
      Entity.ofPlatform("user", Users.class)
          .keys("USER#*", "EMAIL#*")
          .kept(EntityRetention.UNTIL_DELETED);

  /** The person. */
  Optional<User> find(String id);

  /** The person with this address, in any case; takes as long whether or not there is one. */
  Optional<User> byEmail(String email);

  /** Stores a person, a workspace and that the one owns the other: all of it or nothing. */
  RegistrationResult register(User user, Workspace workspace);

  /** How a registration went. */
  enum RegistrationResult {
    DONE,
    EMAIL_TAKEN,
    SLUG_TAKEN
  }
}
