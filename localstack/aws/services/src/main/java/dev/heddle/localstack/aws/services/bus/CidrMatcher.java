package dev.heddle.localstack.aws.services.bus;

import java.math.BigInteger;
import java.net.InetAddress;

/** A block of IP addresses such as {@code 10.0.0.0/8}. */
record CidrMatcher(byte[] address, int bits) {

  static CidrMatcher parse(String text) {
    String[] parts = text.split("/", 2);
    try {
      byte[] address = InetAddress.ofLiteral(parts[0]).getAddress();
      int bits = Integer.parseInt(parts.length == 2 ? parts[1] : "");
      if (bits >= 0 && bits <= address.length * 8) {
        return new CidrMatcher(address, bits);
      }
    } catch (IllegalArgumentException e) {
      throw EventPatternParser.invalid("Malformed CIDR: " + text);
    }
    throw EventPatternParser.invalid("Malformed CIDR: " + text);
  }

  boolean contains(String text) {
    try {
      byte[] other = InetAddress.ofLiteral(text).getAddress();
      return other.length == address.length && network(other).equals(network(address));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private BigInteger network(byte[] bytes) {
    return new BigInteger(1, bytes).shiftRight(bytes.length * 8 - bits);
  }
}
