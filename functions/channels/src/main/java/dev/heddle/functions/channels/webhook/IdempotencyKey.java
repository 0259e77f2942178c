package dev.heddle.functions.channels.webhook;

import dev.heddle.functions.spec.fault.Fault;
import dev.heddle.functions.spec.unit.RawRequest;
import java.util.Optional;
import java.util.regex.Pattern;

/** The header Idempotency-Key: the caller's own name for a call, so that it may repeat it. */
final class IdempotencyKey {
  private static final String HEADER = "Idempotency-Key";
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,200}");

  private IdempotencyKey() {}

  static Optional<String> of(RawRequest request) {
    Optional<String> key = Optional.ofNullable(request.headers().get("idempotency-key"));
    if (key.isPresent() && !KEY.matcher(key.get()).matches()) {
      throw Fault.invalid(HEADER, "Use 1 to 200 visible ASCII characters");
    }
    return key;
  }
}
