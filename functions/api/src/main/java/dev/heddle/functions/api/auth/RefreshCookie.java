package dev.heddle.functions.api.auth;

import dev.heddle.functions.spec.shape.AsHeader.Cookie;

/** The cookie that keeps a browser signed in; it is sent to these routes only. */
final class RefreshCookie {
  static final String NAME = "heddle_refresh";
  private static final String PATH = "/api/v1/auth";

  private RefreshCookie() {}

  static Cookie holding(String token, long seconds) {
    return new Cookie(NAME, token, PATH, seconds);
  }

  static Cookie removed() {
    return new Cookie(NAME, "", PATH, 0);
  }
}
