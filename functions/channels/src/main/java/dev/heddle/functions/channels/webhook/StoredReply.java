package dev.heddle.functions.channels.webhook;

import dev.heddle.functions.spec.unit.RawReply;
import java.util.Base64;
import java.util.Map;

/** A reply in the form in which it is kept for a repeated call. */
record StoredReply(int status, Map<String, String> headers, String body) {

  static StoredReply of(RawReply reply) {
    return new StoredReply(
        reply.status(), reply.headers(), Base64.getEncoder().encodeToString(reply.body()));
  }

  RawReply toReply() {
    return new RawReply(status, headers, Base64.getDecoder().decode(body));
  }
}
