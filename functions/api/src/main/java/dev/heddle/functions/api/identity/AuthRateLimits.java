package dev.heddle.functions.api.identity;

import dev.heddle.functions.spec.account.RateLimiter;
import dev.heddle.functions.spec.account.RateLimiter.Limit;
import java.time.Duration;
import java.util.Locale;

/**
 * How often one may try. An account is limited for each address as well as in all, so that a
 * stranger who guesses at it does not lock its owner out at once.
 */
record AuthRateLimits(RateLimiter attempts) {
  private static final Duration QUARTER = Duration.ofMinutes(15);
  private static final Duration HOUR = Duration.ofHours(1);

  private static final Limit LOG_INS_FROM = new Limit("log-in-from", 200, QUARTER);
  private static final Limit LOG_INS_OF_FROM = new Limit("log-in-of-from", 10, QUARTER);
  private static final Limit LOG_INS_OF = new Limit("log-in-of", 100, HOUR);
  private static final Limit SIGN_UPS_FROM = new Limit("sign-up-from", 100, HOUR);

  void signUp(String address) {
    attempts.acquire(SIGN_UPS_FROM, address);
  }

  void logIn(String email, String address) {
    // The cheapest first, and all before the password is looked at: hashing takes a tenth of a
    // second on purpose, so guessing must be refused before it.
    attempts.acquire(LOG_INS_FROM, address);
    attempts.acquire(LOG_INS_OF_FROM, both(email, address));
    attempts.acquire(LOG_INS_OF, account(email));
  }

  void forgiveLogIn(String email, String address) {
    // Only the pair's: forgiving the account or the address as a whole would let whoever owns one
    // account guess at others without end.
    attempts.reset(LOG_INS_OF_FROM, both(email, address));
  }

  private static String both(String email, String address) {
    return account(email) + "\n" + address;
  }

  private static String account(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}
