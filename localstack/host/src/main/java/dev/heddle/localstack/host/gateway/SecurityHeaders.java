package dev.heddle.localstack.host.gateway;

import io.javalin.http.Context;

/** What every page says to the browser; CloudFront's response headers policy says the same. */
public final class SecurityHeaders {
  private static final String POLICY =
      "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data: blob:; font-src 'self'; connect-src 'self' ws: wss:; worker-src 'self' blob:;"
          + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  private SecurityHeaders() {}

  /** Sets them. */
  public static void page(Context context) {
    context.header("content-security-policy", POLICY);
    context.header("x-content-type-options", "nosniff");
    context.header("x-frame-options", "DENY");
    context.header("referrer-policy", "same-origin");
    context.header("cross-origin-opener-policy", "same-origin");
  }
}
