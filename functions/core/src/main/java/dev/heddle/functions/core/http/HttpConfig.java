package dev.heddle.functions.core.http;

import dev.heddle.functions.spec.shape.FormField;
import dev.heddle.functions.spec.shape.VariantName;
import dev.heddle.statemachines.language.vocabulary.Shape;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** The settings of an HTTP request. */
public record HttpConfig(
    @FormField(title = "Method", fallback = "\"GET\"") Method method,
    @FormField(
            title = "URL",
            hint = "A public address, with https:// in front.",
            format = Shape.Format.URL,
            min = 1,
            max = 8_000,
            dynamic = true)
        String url,
    @FormField(
            title = "Query",
            hint =
                "Added to the URL, encoded; a list repeats its name, a missing value is left out.",
            max = 100,
            dynamic = true,
            fallback = "{}")
        Map<String, JsonNode> query,
    @FormField(
            title = "Headers",
            hint = "Values that are missing are left out.",
            max = 100,
            dynamic = true,
            fallback = "{}")
        Map<String, JsonNode> headers,
    @FormField(title = "Body", fallback = "{\"kind\":\"none\"}") Body body,
    @FormField(title = "Sign in", fallback = "{\"kind\":\"none\"}") Auth auth,
    @FormField(
            title = "Follow redirects",
            hint = "Up to five. What you sign in with is never sent on to another host.",
            advanced = true,
            fallback = "true")
        boolean followRedirects,
    @FormField(
            title = "Largest answer in bytes",
            min = 1,
            max = HttpConfig.MAX_RESPONSE,
            advanced = true,
            fallback = "200000")
        int maxResponseBytes,
    @FormField(
            title = "Fail on an error status",
            hint = "On: a status of 400 or more fails the step. Off: it is an answer like others.",
            fallback = "true")
        boolean failOnStatus) {

  /** The most an answer may hold, in bytes. */
  public static final int MAX_RESPONSE = 200_000;

  /** The verbs offered. */
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
    @VariantName(value = "HEAD", title = "HEAD")
    HEAD,
    @VariantName(value = "OPTIONS", title = "OPTIONS")
    OPTIONS
  }

  /** What is sent. */
  public sealed interface Body {

    /** Nothing. */
    @VariantName(title = "No body")
    record None() implements Body {}

    /** A JSON value. */
    @VariantName(title = "JSON")
    record Json(
        @FormField(title = "JSON", format = Shape.Format.EXPRESSION, dynamic = true) JsonNode json)
        implements Body {}

    /** Text of any type. */
    @VariantName(title = "Text")
    record Text(
        @FormField(title = "Text", format = Shape.Format.MULTILINE, max = 200_000, dynamic = true)
            String text,
        @FormField(title = "Content type", max = 200, fallback = "\"text/plain; charset=utf-8\"")
            String contentType)
        implements Body {}

    /** Form fields, as a browser sends them. */
    @VariantName(value = "form", title = "Form fields")
    record FormFields(
        @FormField(title = "Fields", max = 200, dynamic = true) Map<String, JsonNode> fields)
        implements Body {}
  }

  /** How the call proves who it is from; secrets go by their stored names. */
  public sealed interface Auth {

    /** Not at all. */
    @VariantName(title = "Nothing")
    record None() implements Auth {}

    /** A user name and a password. */
    @VariantName(title = "User and password")
    record Basic(
        @FormField(title = "User", max = 500, dynamic = true) String user,
        @FormField(title = "Password", format = Shape.Format.SECRET, max = 64) String password)
        implements Auth {}

    /** A token in the header Authorization. */
    @VariantName(title = "Bearer token")
    record Bearer(@FormField(title = "Token", format = Shape.Format.SECRET, max = 64) String token)
        implements Auth {}

    /** A secret in a header of the API's own. */
    @VariantName(title = "Secret in a header")
    record Header(
        @FormField(title = "Header", min = 1, max = 100, pattern = "[A-Za-z0-9-]+") String name,
        @FormField(title = "Value", format = Shape.Format.SECRET, max = 64) String value)
        implements Auth {}
  }
}
