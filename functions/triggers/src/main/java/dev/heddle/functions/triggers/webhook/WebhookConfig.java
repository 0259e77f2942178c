package dev.heddle.functions.triggers.webhook;

import dev.heddle.functions.spec.shape.Form;
import dev.heddle.functions.spec.shape.Variant;
import dev.heddle.statemachines.language.vocabulary.Shape;

/** The settings of a webhook. */
public record WebhookConfig(
    @Form(
            title = "Path",
            hint = "The end of the address, such as orders/new.",
            min = 1,
            max = 200,
            pattern = "[A-Za-z0-9_~-][A-Za-z0-9._~-]*(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*")
        String path,
    @Form(title = "Method", fallback = "\"POST\"") Method method,
    @Form(title = "Answer", fallback = "\"at-once\"") Respond respond,
    @Form(title = "Who may call", fallback = "{\"kind\":\"none\"}") Auth auth) {

  /** The verb that is taken. */
  public enum Method {
    @Variant(value = "GET", title = "GET")
    GET,
    @Variant(value = "POST", title = "POST")
    POST,
    @Variant(value = "PUT", title = "PUT")
    PUT,
    @Variant(value = "PATCH", title = "PATCH")
    PATCH,
    @Variant(value = "DELETE", title = "DELETE")
    DELETE,
    @Variant(value = "ANY", title = "Any method")
    ANY
  }

  /** When the caller is answered. */
  public enum Respond {
    @Variant(title = "At once, with the run's id")
    AT_ONCE,
    @Variant(title = "With the run's answer, up to 25 seconds")
    ANSWER
  }

  /** How a caller proves who it is; secrets go by their stored names. */
  public sealed interface Auth {

    /** Whoever knows the address. */
    @Variant(title = "Anyone who knows the address")
    record None() implements Auth {}

    /** A secret in a header. */
    @Variant(title = "A secret in a header")
    record Header(
        @Form(title = "Header", min = 1, max = 100, pattern = "[A-Za-z0-9-]+") String name,
        @Form(title = "Secret", format = Shape.Format.SECRET) String secret)
        implements Auth {}

    /** A signature of the body's bytes. */
    @Variant(title = "A signature (HMAC-SHA256)")
    record Hmac(
        @Form(
                title = "Header",
                hint = "Where the signature is, in hexadecimal, such as X-Hub-Signature-256.",
                min = 1,
                max = 100,
                pattern = "[A-Za-z0-9-]+")
            String header,
        @Form(title = "Secret", format = Shape.Format.SECRET) String secret,
        @Form(
                title = "Prefix",
                hint = "What stands before the signature, such as sha256=.",
                max = 40,
                fallback = "\"\"")
            String prefix)
        implements Auth {}
  }
}
