package dev.heddle.functions.spec.caller;

import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.fault.Problem;

/** Who sent a request. */
public sealed interface Caller {

  /** The address it came from. */
  String address();

  /** The id it is logged by. */
  String correlation();

  /** Someone without a token. */
  record Anonymous(String address, String correlation) implements Caller {}

  /** A member of a tenant, by a valid access token of the given session. */
  record Member(
      String user, Tenant tenant, Role role, String session, String address, String correlation)
      implements Caller {}

  /** The member; a fault when it is anyone. */
  default Member member() {
    return switch (this) {
      case Member member -> member;
      case Anonymous _ -> throw new Fault(new Problem.Unauthenticated("Log in first."));
    };
  }
}
