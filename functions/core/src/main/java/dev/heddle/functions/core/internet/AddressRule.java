package dev.heddle.functions.core.internet;

import java.net.InetAddress;
import java.util.Optional;

/** Says of an address why it may not be called. */
@FunctionalInterface
interface AddressRule {

  /** What the address is for; empty when it is a public one. */
  Optional<String> refusal(InetAddress address);
}
