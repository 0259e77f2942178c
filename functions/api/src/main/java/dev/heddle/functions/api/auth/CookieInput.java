package dev.heddle.functions.api.auth;

import dev.heddle.functions.api.identity.CookieCall;
import dev.heddle.functions.spec.shape.Example;
import org.jspecify.annotations.Nullable;

/** A call authorised by the refresh cookie, with what shows that our own page makes it. */
public record CookieInput(
    @From(value = Place.COOKIE, name = RefreshCookie.NAME) @Form(max = 200)
        @Nullable String refreshToken,
    @Example("1") @From(value = Place.HEADER, name = "x-heddle-csrf") @Form(max = 100)
        @Nullable String csrf,
    @Example("https://heddle.example")
        @From(value = Place.HEADER, name = "origin")
        @Form(max = 1_000)
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
