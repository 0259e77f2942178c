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
            hint = "A public URL, starting with https://.",
            format = Shape.Format.URL,
            min = 1,
            max = 8_000,
            dynamic = true)
        String url,
    @FormField(
            title = "Query",
            hint =
                "Encoded and added to the URL. Lists repeat their name, missing values are skipped.",
            max = 100,
            dynamic = true,
            fallback = "{}")
        Map<String, JsonNode> query,
    @FormField(
            title = "Headers",
            hint = "Missing values are skipped.",
            max = 100,
            dynamic = true,
            fallback = "{}")
        Map<String, JsonNode> headers,
    @FormField(title = "Body", fallback = "{\"kind\":\"none\"}") Body body,
    @FormField(title = "Authentication", fallback = "{\"kind\":\"none\"}") Auth auth,
    @FormField(
            title = "Follow redirects",
            hint = "Up to five. Credentials are never sent to another host.",
            advanced = true,
            fallback = "true")
        boolean followRedirects,
    @FormField(
            title = "Maximum response size (bytes)",
            min = 1,
            max = HttpConfig.MAX_RESPONSE,
            advanced = true,
            fallback = "200000")
        int maxResponseBytes,
    @FormField(
            title = "Fail on an error status",
            hint =
                "On: a status of 400 or higher fails the step. Off: the step continues with the response.",
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
    @VariantName(title = "Username and password")
    record Basic(
        @FormField(title = "Username", max = 500, dynamic = true) String user,
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
