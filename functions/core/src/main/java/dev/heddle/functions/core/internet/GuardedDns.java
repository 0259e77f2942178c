package dev.heddle.functions.core.internet;

import dev.heddle.functions.spec.port.OutboundHttp.Refused;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Resolves names as a connection is opened and refuses a name if even one of its addresses is not
 * public. The connection is then made to exactly these addresses, so a name that changes its mind
 * between check and use gains nothing.
 */
final class GuardedDns implements DnsResolver {
  private final HostResolver resolver;
  private final AddressRule rule;

  GuardedDns(HostResolver resolver, AddressRule rule) {
    this.resolver = resolver;
    this.rule = rule;
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = resolver.resolve(host);
    for (InetAddress address : addresses) {
      rule.refusal(address)
          .ifPresent(
              purpose -> {
                throw new Refused(
                    host + " resolves to an address that can't be called: " + purpose + ".");
              });
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }
}
