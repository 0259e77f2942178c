package dev.heddle.functions.spec.unit;

import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.shape.FromRequest;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A route as data.
 *
 * @param path below the host, with {@code {name}} for a segment
 * @param input a record; see {@link FromRequest} for where its components come from
 * @param output a record; {@link Nothing} for an empty answer
 * @param status of a success
 * @param maxBody in bytes
 * @param faults what its code may refuse a call with, beside what the rest of the spec implies: see
 *     {@link RouteProblems}
 */
public record RouteSpec<I extends Record, O extends Record>(
    Verb verb,
    String path,
    RouteAudience audience,
    Class<I> input,
    Class<O> output,
    int status,
    String summary,
    int maxBody,
    Set<Class<? extends Problem>> faults,
    Set<Access> access) {

  /** Begins a route. */
  public static <I extends Record, O extends Record> RouteSpecBuilder<I, O> of(
      Verb verb, String path, Class<I> input, Class<O> output) {
    return new RouteSpecBuilder<>(verb, path, input, output);
  }

  /** What most bodies fit in. */
  public static final int SMALL_BODY = 64 * 1024;

  /** What a body holding a graph fits in. */
  public static final int GRAPH_BODY = 2 * 1024 * 1024;

  /** HTTP's verbs. */
  public enum Verb {
    GET,
    POST,
    PUT,
    PATCH,
    DELETE
  }

  /** No input, or an empty answer. */
  public record Nothing() {}

  /** An answer that is a JSON document of its own. */
  public record Document(JsonNode json) {}
}
