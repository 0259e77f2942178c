package dev.heddle.localstack.aws.edge;

import java.util.Map;

/** Settings of the JDK's HTTP server, which it reads once per process from system properties. */
final class HttpServerSettings {
  private static final Map<String, String> DEFAULTS =
      Map.of(
          // without it every answer waits for the client's delayed acknowledgement
          "sun.net.httpserver.nodelay", "true",
          // seconds to send a whole request
          "sun.net.httpserver.maxReqTime", "60",
          // seconds to answer: a little more than the longest function call
          "sun.net.httpserver.maxRspTime", "960",
          "sun.net.httpserver.maxIdleConnections", "2000",
          "jdk.httpserver.maxConnections", "8000");

  private HttpServerSettings() {}

  static void apply() {
    DEFAULTS.forEach(
        (name, value) -> {
          if (System.getProperty(name) == null) {
            System.setProperty(name, value);
          }
        });
  }
}
