package dev.heddle.functions.core.internet;

import java.net.InetAddress;

/** A block of addresses and what it is for, such as {@code 10.0.0.0/8}. */
record AddressBlock(byte[] prefix, int bits, String purpose) {

  static AddressBlock of(String cidr, String purpose) {
    int slash = cidr.indexOf('/');
    byte[] prefix = InetAddress.ofLiteral(cidr.substring(0, slash)).getAddress();
    return new AddressBlock(prefix, Integer.parseInt(cidr.substring(slash + 1)), purpose);
  }

  boolean holds(byte[] address) {
    if (address.length != prefix.length) {
      return false;
    }
    for (int bit = 0; bit < bits; bit += 8) {
      int mask = bits - bit >= 8 ? 0xff : 0xff << (8 - (bits - bit));
      if (((address[bit / 8] ^ prefix[bit / 8]) & mask & 0xff) != 0) {
        return false;
      }
    }
    return true;
  }
}
