package dev.heddle.functions.core.door;

import dev.heddle.events.HttpReply;
import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.shape.WireJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Turns a problem into problem+json (RFC 9457); the only place that knows statuses. */
public final class ProblemJson {

  private record Details(int status, String type, String title, String detail) {}

  private ProblemJson() {}

  /** The reply that tells a caller of a problem. */
  public static HttpReply reply(Problem problem, String correlation) {
    Details details = details(problem);
    Map<String, String> headers = ResponseEncoder.headers(correlation);
    headers.put("content-type", "application/problem+json");
    extraHeaders(problem, headers);
    return new HttpReply(
        details.status(),
        headers,
        List.of(),
        body(problem, details, correlation).toString(),
        false);
  }

  private static ObjectNode body(Problem problem, Details details, String correlation) {
    ObjectNode body = WireJson.MAPPER.createObjectNode();
    body.put("type", "urn:heddle:problem:" + details.type());
    body.put("title", details.title());
    body.put("status", details.status());
    body.put("detail", details.detail());
    body.put("instance", correlation);
    if (problem instanceof Problem.Invalid invalid) {
      body.set("errors", WireJson.MAPPER.valueToTree(invalid.errors()));
    }
    if (problem instanceof Problem.Unpublishable unpublishable) {
      body.set("issues", WireJson.MAPPER.valueToTree(unpublishable.issues()));
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

  private static Details details(Problem problem) {
    return switch (problem) {
      case Problem.Malformed(var detail) ->
          new Details(400, "malformed", "Malformed request", detail);
      case Problem.Unauthenticated(var detail) ->
          new Details(401, "unauthenticated", "Not logged in", detail);
      case Problem.Forbidden(var detail) -> new Details(403, "forbidden", "Not allowed", detail);
      case Problem.NotFound(var what) ->
          new Details(
              404,
              "not-found",
              "Not found",
              "There is no " + what + ", or you don't have access to it.");
      case Problem.MethodNotAllowed(var allowed) ->
          new Details(
              405,
              "method",
              "Method not allowed",
              "Allowed methods: " + String.join(", ", allowed) + ".");
      case Problem.Conflict(var detail) -> new Details(409, "conflict", "Conflict", detail);
      case Problem.PreconditionFailed(var detail) ->
          new Details(412, "precondition-failed", "Changed in the meantime", detail);
      case Problem.TooLarge(var limit) ->
          new Details(413, "too-large", "Too large", "The limit is " + limit + " bytes.");
      case Problem.UnsupportedMediaType(var taken) ->
          new Details(415, "media-type", "Unsupported media type", "Send it as " + taken + ".");
      case Problem.Invalid _ ->
          new Details(422, "invalid", "Invalid request", "Some fields are invalid.");
      case Problem.Unpublishable _ ->
          new Details(422, "unpublishable", "The workflow has errors", "Fix them, then try again.");
      case Problem.PreconditionRequired _ ->
          new Details(
              428,
              "precondition-required",
              "Revision required",
              "Send the entity tag in the If-Match header.");
      case Problem.TooMany(var detail, _) ->
          new Details(429, "too-many", "Too many requests", detail);
      case Problem.Internal _ ->
          new Details(
              500,
              "internal",
              "Internal error",
              "Something went wrong on our side. The error is logged under the id in “instance”.");
      case Problem.Unavailable(var detail, _) ->
          new Details(503, "unavailable", "Temporarily unavailable", detail);
    };
  }
}
