package dev.heddle.functions.core.door;

import dev.heddle.events.HttpReply;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.shape.Wire;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Turns a problem into problem+json (RFC 9457); the only place that knows statuses. */
public final class Problems {

  private record Told(int status, String type, String title, String detail) {}

  private Problems() {}

  /** The reply that tells a caller of a problem. */
  public static HttpReply reply(Problem problem, String correlation) {
    Told told = told(problem);
    Map<String, String> headers = Encoder.headers(correlation);
    headers.put("content-type", "application/problem+json");
    extraHeaders(problem, headers);
    return new HttpReply(
        told.status(), headers, List.of(), body(problem, told, correlation).toString(), false);
  }

  private static ObjectNode body(Problem problem, Told told, String correlation) {
    ObjectNode body = Wire.JSON.createObjectNode();
    body.put("type", "urn:heddle:problem:" + told.type());
    body.put("title", told.title());
    body.put("status", told.status());
    body.put("detail", told.detail());
    body.put("instance", correlation);
    if (problem instanceof Problem.Invalid invalid) {
      body.set("errors", Wire.JSON.valueToTree(invalid.errors()));
    }
    if (problem instanceof Problem.Unpublishable unpublishable) {
      body.set("issues", Wire.JSON.valueToTree(unpublishable.issues()));
    }
    return body;
  }

  private static void extraHeaders(Problem problem, Map<String, String> headers) {
    retryAfter(problem).ifPresent(after -> headers.put("retry-after", Long.toString(after)));
    if (problem instanceof Problem.MethodNotAllowed not) {
      headers.put("allow", String.join(", ", not.allowed()));
    }
    if (problem instanceof Problem.Unauthenticated) {
      headers.put("www-authenticate", "Bearer");
    }
  }

  private static Optional<Long> retryAfter(Problem problem) {
    return switch (problem) {
      case Problem.TooMany many -> Optional.of(many.retryAfterSeconds());
      case Problem.Unavailable unavailable -> Optional.of(unavailable.retryAfterSeconds());
      default -> Optional.empty();
    };
  }

  private static Told told(Problem problem) {
    return switch (problem) {
      case Problem.Malformed(var detail) -> new Told(400, "malformed", "Not readable", detail);
      case Problem.Unauthenticated(var detail) ->
          new Told(401, "unauthenticated", "Not signed in", detail);
      case Problem.Forbidden(var detail) -> new Told(403, "forbidden", "Not allowed", detail);
      case Problem.NotFound(var what) ->
          new Told(404, "not-found", "Not found", "There is no " + what + " here.");
      case Problem.MethodNotAllowed(var allowed) ->
          new Told(
              405,
              "method",
              "Method not allowed",
              "Allowed here: " + String.join(", ", allowed) + ".");
      case Problem.Conflict(var detail) -> new Told(409, "conflict", "Conflict", detail);
      case Problem.PreconditionFailed(var detail) ->
          new Told(412, "precondition-failed", "Changed meanwhile", detail);
      case Problem.TooLarge(var limit) ->
          new Told(413, "too-large", "Too large", "At most " + limit + " bytes are taken.");
      case Problem.UnsupportedMediaType(var taken) ->
          new Told(415, "media-type", "Unsupported type", "Send it as " + taken + ".");
      case Problem.Invalid _ ->
          new Told(422, "invalid", "Not valid", "Some fields are not as they must be.");
      case Problem.Unpublishable _ ->
          new Told(422, "unpublishable", "The drawing has errors", "Mend them, then try again.");
      case Problem.PreconditionRequired _ ->
          new Told(
              428,
              "precondition-required",
              "Which revision?",
              "Send If-Match with the entity tag.");
      case Problem.TooMany(var detail, _) -> new Told(429, "too-many", "Too many requests", detail);
      case Problem.Internal _ ->
          new Told(500, "internal", "Our failure", "It is logged under the id in instance.");
      case Problem.Unavailable(var detail, _) ->
          new Told(503, "unavailable", "Not available", detail);
    };
  }
}
