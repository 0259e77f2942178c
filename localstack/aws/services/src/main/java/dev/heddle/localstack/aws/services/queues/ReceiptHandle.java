package dev.heddle.localstack.aws.services.queues;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.heddle.localstack.aws.edge.AwsFault;
import java.util.Base64;
import java.util.UUID;

/** What a receipt handle says: which message, and which of its receives. */
record ReceiptHandle(long message, String nonce) {

  static ReceiptHandle fresh(long message) {
    return new ReceiptHandle(message, UUID.randomUUID().toString());
  }

  static ReceiptHandle parse(String handle) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(handle), UTF_8);
      String[] parts = text.split(":", 2);
      if (parts.length == 2) {
        return new ReceiptHandle(Long.parseLong(parts[0]), parts[1]);
      }
    } catch (IllegalArgumentException e) {
      throw invalid(handle);
    }
    throw invalid(handle);
  }

  String handle() {
    return Base64.getUrlEncoder().encodeToString((message + ":" + nonce).getBytes(UTF_8));
  }

  static AwsFault invalid(String handle) {
    String shown = handle.length() > 100 ? handle.substring(0, 100) + "…" : handle;
    return new AwsFault(
        "ReceiptHandleIsInvalid", "The input receipt handle \"" + shown + "\" is not valid");
  }
}
