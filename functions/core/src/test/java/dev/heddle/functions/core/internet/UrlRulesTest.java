package dev.heddle.functions.core.internet;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.functions.spec.port.OutboundHttp.Refused;
import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UrlRulesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://example.com/",
        "file:///etc/passwd",
        "gopher://example.com/",
        "jar:http://example.com!/",
        "//example.com/",
        "/only/a/path",
        "http:///nohost",
        "http://user@example.com/",
        "http://user:password@example.com/",
        "http://@example.com/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0X7F000001/",
        "http://0x7f.0.0.1/",
        "http://0177.0.0.1/",
        "http://127.1/",
        "http://127.0.1/",
        "http://127.0.0.01/",
        "http://127.0.0.1./",
        "http://1.2.3.256/",
        "http://1.2.3.4.5/",
        "http://a.b.0x1/",
        "http://[fe80::1%25eth0]/",
        "http://my_host/",
        "http://example.com:0/",
        "http://example.com:22/",
        "http://example.com:25/",
        "http://example.com:6667/",
        "http://example.com:99999/"
      })
  void refuses(String url) {
    assertThatThrownBy(() -> UrlRules.check(URI.create(url))).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://example.com",
        "HTTPS://example.com/a?b=c#d",
        "https://example.com:443/",
        "https://example.com:8443/",
        "http://1.2.3.4/",
        "http://[2606:4700::1111]/",
        "https://1and1.example/",
        "https://example.com./"
      })
  void takes(String url) {
    assertThatNoException().isThrownBy(() -> UrlRules.check(URI.create(url)));
  }
}
