package dev.heddle.functions.core.internet;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Lets only globally reachable unicast addresses through, after IANA's registries of special
 * purpose addresses (RFC 6890 and its updates). IPv6 forms that carry an IPv4 address are judged by
 * that address where a network may use them today (NAT64), and refused where none should.
 */
final class PublicAddresses implements AddressRule {
  private static final AddressBlock NAT64 = AddressBlock.of("64:ff9b::/96", "NAT64");
  private static final AddressBlock IPV6_UNICAST = AddressBlock.of("2000::/3", "unicast");
  private static final int IPV4_BYTES = 4;

  private static final List<AddressBlock> REFUSED =
      List.of(
          AddressBlock.of("0.0.0.0/8", "unspecified"),
          AddressBlock.of("10.0.0.0/8", "private"),
          AddressBlock.of("100.64.0.0/10", "carrier-grade NAT"),
          AddressBlock.of("127.0.0.0/8", "loopback"),
          AddressBlock.of("168.63.129.16/32", "a cloud's metadata service"),
          AddressBlock.of("169.254.0.0/16", "link-local"),
          AddressBlock.of("172.16.0.0/12", "private"),
          AddressBlock.of("192.0.0.0/24", "protocol assignments"),
          AddressBlock.of("192.0.2.0/24", "documentation"),
          AddressBlock.of("192.88.99.0/24", "a 6to4 relay"),
          AddressBlock.of("192.168.0.0/16", "private"),
          AddressBlock.of("198.18.0.0/15", "benchmarking"),
          AddressBlock.of("198.51.100.0/24", "documentation"),
          AddressBlock.of("203.0.113.0/24", "documentation"),
          AddressBlock.of("224.0.0.0/4", "multicast"),
          AddressBlock.of("240.0.0.0/4", "reserved"),
          AddressBlock.of("::1/128", "loopback"),
          AddressBlock.of("fc00::/7", "private"),
          AddressBlock.of("fe80::/10", "link-local"),
          AddressBlock.of("ff00::/8", "multicast"),
          AddressBlock.of("2001:db8::/32", "documentation"),
          AddressBlock.of("2001::/23", "protocol assignments"),
          AddressBlock.of("2002::/16", "6to4"),
          AddressBlock.of("3fff::/20", "documentation"));

  @Override
  public Optional<String> refusal(InetAddress address) {
    return refusal(address.getAddress());
  }

  private static Optional<String> refusal(byte[] address) {
    if (NAT64.holds(address)) {
      return refusal(Arrays.copyOfRange(address, address.length - IPV4_BYTES, address.length));
    }
    return REFUSED.stream()
        .filter(block -> block.holds(address))
        .map(AddressBlock::purpose)
        .findFirst()
        .or(() -> beyondUnicast(address));
  }

  private static Optional<String> beyondUnicast(byte[] address) {
    boolean unicast = address.length == IPV4_BYTES || IPV6_UNICAST.holds(address);
    return unicast ? Optional.empty() : Optional.of("special");
  }
}
