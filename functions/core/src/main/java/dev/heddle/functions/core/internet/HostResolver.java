package dev.heddle.functions.core.internet;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Turns a name into addresses. */
@FunctionalInterface
interface HostResolver {

  /** All addresses of a name. */
  InetAddress[] resolve(String host) throws UnknownHostException;
}
