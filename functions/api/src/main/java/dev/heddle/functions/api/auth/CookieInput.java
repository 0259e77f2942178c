package dev.heddle.functions.api.auth;

import dev.heddle.functions.api.identity.CookieCall;
import dev.heddle.functions.spec.shape.Example;
import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.shape.FromRequest;
import dev.heddle.functions.spec.shape.FromRequest.Source;
import org.jspecify.annotations.Nullable;

/** A call authorised by the refresh cookie, with what shows that our own page makes it. */
public record CookieInput(
    @FromRequest(value = Source.COOKIE, name = RefreshCookie.NAME) @FormField(max = 200)
        @Nullable String refreshToken,
    @Example("1") @FromRequest(value = Source.HEADER, name = "x-heddle-csrf") @FormField(max = 100)
        @Nullable String csrf,
    @Example("https://heddle.example")
        @FromRequest(value = Source.HEADER, name = "origin")
        @FormField(max = 1_000)
        @Nullable String origin) {

  CookieCall call() {
    return new CookieCall(refreshToken, csrf, origin);
  }

  /** The token stays out of logs. */
  @Override
  public String toString() {
    return "CookieInput";
  }
}
