package dev.heddle.functions.spec.fault;

import dev.heddle.statemachines.language.Issue;
import java.util.List;

/** What a caller is told went wrong; the door turns each kind into RFC 9457 problem+json. */
public sealed interface Problem {

  /** One field that is wrong. */
  record FieldError(String field, String message) {}

  /** The request is not what the route takes: every field at once. Status 422. */
  record Invalid(List<FieldError> errors) implements Problem {}

  /** The body is not JSON, or not text. Status 400. */
  record Malformed(String detail) implements Problem {}

  /** No valid token. Status 401. */
  record Unauthenticated(String detail) implements Problem {}

  /** The role does not suffice. Status 403. */
  record Forbidden(String detail) implements Problem {}

  /** It does not exist, or not for this caller. Status 404. */
  record NotFound(String what) implements Problem {}

  /** The path takes other verbs. Status 405. */
  record MethodNotAllowed(List<String> allowed) implements Problem {}

  /** It exists already, or is in the wrong state. Status 409. */
  record Conflict(String detail) implements Problem {}

  /** Someone else changed the document. Status 412. */
  record PreconditionFailed(String detail) implements Problem {}

  /** The body is over the limit, in bytes. Status 413. */
  record TooLarge(long limit) implements Problem {}

  /** The body's type is not the one taken. Status 415. */
  record UnsupportedMediaType(String taken) implements Problem {}

  /** The drawing has errors. Status 422. */
  record Unpublishable(List<Issue> issues) implements Problem {}

  /** A document must be named by its entity tag. Status 428. */
  record PreconditionRequired() implements Problem {}

  /** Too many attempts. Status 429. */
  record TooMany(String detail, long retryAfterSeconds) implements Problem {}

  /** Our own failure. Status 500. */
  record Internal() implements Problem {}

  /** Something we need does not answer. Status 503. */
  record Unavailable(String detail, long retryAfterSeconds) implements Problem {}
}
