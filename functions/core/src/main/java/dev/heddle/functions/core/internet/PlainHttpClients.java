package dev.heddle.functions.core.internet;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;

/** Makes HTTP clients that do nothing on their own: no redirects, retries, cookies or unpacking. */
final class PlainHttpClients {
  private static final int MOST_CONNECTIONS = 64;
  private static final int MOST_PER_HOST = 16;
  private static final int LONGEST_LINE = 16 * 1024;
  private static final int MOST_HEADERS = 100;
  private static final Timeout CONNECT = Timeout.ofSeconds(10);

  private PlainHttpClients() {}

  static CloseableHttpClient create(DnsResolver dns) {
    return HttpClientBuilder.create()
        .setConnectionManager(pool(dns))
        .setUserAgent("Heddle")
        .disableRedirectHandling()
        .disableAutomaticRetries()
        .disableContentCompression()
        .disableCookieManagement()
        .disableAuthCaching()
        .build();
  }

  private static PoolingHttpClientConnectionManager pool(DnsResolver dns) {
    Http1Config limits =
        Http1Config.custom().setMaxLineLength(LONGEST_LINE).setMaxHeaderCount(MOST_HEADERS).build();
    return PoolingHttpClientConnectionManagerBuilder.create()
        .setDnsResolver(dns)
        .setConnectionFactory(
            ManagedHttpClientConnectionFactory.builder().http1Config(limits).build())
        .setMaxConnTotal(MOST_CONNECTIONS)
        .setMaxConnPerRoute(MOST_PER_HOST)
        .setDefaultConnectionConfig(connections())
        .setDefaultTlsConfig(TlsConfig.custom().setHandshakeTimeout(CONNECT).build())
        .build();
  }

  private static ConnectionConfig connections() {
    return ConnectionConfig.custom()
        .setConnectTimeout(CONNECT)
        .setSocketTimeout(CONNECT)
        .setTimeToLive(TimeValue.ofMinutes(1))
        .setValidateAfterInactivity(TimeValue.ofSeconds(1))
        .build();
  }
}
