package dev.heddle.functions.spec.unit;

import dev.heddle.functions.spec.fault.Problem;
import dev.heddle.functions.spec.unit.RouteSpec.Verb;
import java.util.Set;

/**
 * Tells a route part by part. What is left out is what most have: it is for everyone signed in,
 * succeeds with 200 and takes a small body.
 */
public final class RouteSpecBuilder<I extends Record, O extends Record> {
  private final Verb verb;
  private final String path;
  private final Class<I> input;
  private final Class<O> output;
  private String summary = "";
  private RouteAudience audience = RouteAudience.USER;
  private int status = 200;
  private int maxBody = RouteSpec.SMALL_BODY;
  private Set<Class<? extends Problem>> faults = Set.of();

  RouteSpecBuilder(Verb verb, String path, Class<I> input, Class<O> output) {
    this.verb = verb;
    this.path = path;
    this.input = input;
    this.output = output;
  }

  /** What it does, in a few words. */
  public RouteSpecBuilder<I, O> summary(String text) {
    summary = text;
    return this;
  }

  /** Who may call it. */
  public RouteSpecBuilder<I, O> audience(RouteAudience who) {
    audience = who;
    return this;
  }

  /** The status of a success. */
  public RouteSpecBuilder<I, O> status(int code) {
    status = code;
    return this;
  }

  /** The longest body, in bytes. */
  public RouteSpecBuilder<I, O> maxBody(int bytes) {
    maxBody = bytes;
    return this;
  }

  /** What its code may refuse a call with, beside what every route of its kind may answer. */
  @SafeVarargs
  public final RouteSpecBuilder<I, O> faults(Class<? extends Problem>... kinds) {
    faults = Set.of(kinds);
    return this;
  }

  /** The route, which may touch this and nothing else. */
  public RouteSpec<I, O> access(Access... granted) {
    return new RouteSpec<>(
        verb, path, audience, input, output, status, summary, maxBody, faults, Set.of(granted));
  }
}
