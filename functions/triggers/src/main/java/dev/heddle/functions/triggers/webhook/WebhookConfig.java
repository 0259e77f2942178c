package dev.heddle.functions.triggers.webhook;

import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.shape.VariantName;
import dev.heddle.statemachines.language.vocabulary.Shape;

/** The settings of a webhook. */
public record WebhookConfig(
    @FormField(
            title = "Path",
            hint = "The end of the URL, such as orders/new.",
            min = 1,
            max = 200,
            pattern = "[A-Za-z0-9_~-][A-Za-z0-9._~-]*(?:/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*")
        String path,
    @FormField(title = "Method", fallback = "\"POST\"") Method method,
    @FormField(title = "Response", fallback = "\"at-once\"") ResponseMode respond,
    @FormField(title = "Who can call it", fallback = "{\"kind\":\"none\"}") Auth auth) {

  /** The verb that is taken. */
  public enum Method {
    @VariantName(value = "GET", title = "GET")
    GET,
    @VariantName(value = "POST", title = "POST")
    POST,
    @VariantName(value = "PUT", title = "PUT")
    PUT,
    @VariantName(value = "PATCH", title = "PATCH")
    PATCH,
    @VariantName(value = "DELETE", title = "DELETE")
    DELETE,
    @VariantName(value = "ANY", title = "Any method")
    ANY
  }

  /** When the caller is answered. */
  public enum ResponseMode {
    @VariantName(title = "Immediately, with the run's id")
    AT_ONCE,
    @VariantName(title = "When the run responds, within 25 seconds")
    ANSWER
  }

  /** How a caller proves who it is; secrets go by their stored names. */
  public sealed interface Auth {

    /** Whoever knows the address. */
    @VariantName(title = "Anyone with the URL")
    record None() implements Auth {}

    /** A secret in a header. */
    @VariantName(title = "A secret in a header")
    record Header(
        @FormField(title = "Header", min = 1, max = 100, pattern = "[A-Za-z0-9-]+") String name,
        @FormField(title = "Secret", format = Shape.Format.SECRET) String secret)
        implements Auth {}

    /** A signature of the body's bytes. */
    @VariantName(title = "A signature (HMAC-SHA256)")
    record Hmac(
        @FormField(
                title = "Header",
                hint = "The header with the hexadecimal signature, such as X-Hub-Signature-256.",
                min = 1,
                max = 100,
                pattern = "[A-Za-z0-9-]+")
            String header,
        @FormField(title = "Secret", format = Shape.Format.SECRET) String secret,
        @FormField(
                title = "Prefix",
                hint = "The text before the signature, such as sha256=.",
                max = 40,
                fallback = "\"\"")
            String prefix)
        implements Auth {}
  }
}
