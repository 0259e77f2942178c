package dev.heddle.functions.core.internet;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTest {
  private final PublicAddresses rule = new PublicAddresses();

  @ParameterizedTest
  @CsvSource({
    "0.0.0.0, unspecified",
    "0.1.2.3, unspecified",
    "10.0.0.1, private",
    "100.64.0.1, carrier-grade NAT",
    "100.100.100.200, carrier-grade NAT",
    "127.0.0.1, loopback",
    "127.255.255.255, loopback",
    "168.63.129.16, a cloud's metadata service",
    "169.254.169.254, link-local",
    "169.254.170.2, link-local",
    "172.16.0.1, private",
    "172.31.255.255, private",
    "192.0.0.192, protocol assignments",
    "192.0.2.1, documentation",
    "192.88.99.1, a 6to4 relay",
    "192.168.1.1, private",
    "198.19.255.255, benchmarking",
    "198.51.100.7, documentation",
    "203.0.113.7, documentation",
    "224.0.0.1, multicast",
    "239.255.255.255, multicast",
    "240.0.0.1, reserved",
    "255.255.255.255, reserved",
    "::, special",
    "::1, loopback",
    "::127.0.0.1, special",
    "::ffff:0:127.0.0.1, special",
    "::ffff:169.254.169.254, link-local",
    "64:ff9b::10.0.0.1, private",
    "64:ff9b::169.254.169.254, link-local",
    "64:ff9b:1::1, special",
    "100::1, special",
    "2001::1, protocol assignments",
    "2001:2::1, protocol assignments",
    "2001:db8::1, documentation",
    "2002:7f00:1::, 6to4",
    "3fff::1, documentation",
    "5f00::1, special",
    "fc00::1, private",
    "fd00:ec2::254, private",
    "fe80::1, link-local",
    "fec0::1, special",
    "ff02::1, multicast"
  })
  void refusesWhatIsNotPublic(String address, String purpose) {
    assertThat(rule.refusal(InetAddress.ofLiteral(address))).contains(purpose);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "8.8.8.8",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "198.17.0.1",
        "198.20.0.1",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450:4001::1",
        "64:ff9b::8.8.8.8"
      })
  void letsPublicOnesThrough(String address) {
    assertThat(rule.refusal(InetAddress.ofLiteral(address))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000000000000000000ffff7f000001", "fd000ec2000000000000000000000254"})
  void judgesBytesAsTheyCameFromTheWire(String hex) throws UnknownHostException {
    InetAddress address = InetAddress.getByAddress("odd.test", HexFormat.of().parseHex(hex));
    assertThat(rule.refusal(address)).isPresent();
  }
}
