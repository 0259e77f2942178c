package dev.heddle.functions.spec.run;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What the execution log has said of one node so far. Every fact knows the event it comes from, so
 * merging gives the same in any order and however often an event arrives.
 *
 * @param path of the iteration, such as {@code each1[3].loop2[0]}; empty outside containers
 * @param revision how often it was stored; 0 when it was not yet
 * @param events the ids of the node's events that others may follow
 * @param calls the ids of the events by which its function was called: one for each attempt
 * @param waits whether the node only waits
 * @param result how the last call, or the evaluation of the node, ended
 * @param port the port it left by
 */
public record NodeTrace(
    String node,
    String path,
    long revision,
    List<Long> events,
    List<Long> calls,
    boolean waits,
    @Nullable Fact<Instant> began,
    @Nullable Fact<JsonNode> sent,
    @Nullable Fact<Result> result,
    @Nullable Fact<JsonNode> output,
    @Nullable Fact<String> port,
    @Nullable Fact<Instant> left) {

  /** How a call ended; a failure may have neither error nor cause. */
  public record Result(
      boolean failed, @Nullable String error, @Nullable String cause, @Nullable JsonNode usage) {

    /** A failure of which no more is known. */
    public static Result failure() {
      return failure(null, null);
    }

    /** A failure. */
    public static Result failure(@Nullable String error, @Nullable String cause) {
      return new Result(true, error, cause, null);
    }

    /** A success, and what it used if it says so. */
    public static Result success(@Nullable JsonNode usage) {
      return new Result(false, null, null, usage);
    }
  }

  /** Nothing is known of the node yet. */
  public static NodeTrace of(String node) {
    return new NodeTrace(
        node, "", 0, List.of(), List.of(), false, null, null, null, null, null, null);
  }

  /** The same of another iteration. */
  public NodeTrace at(String path) {
    return new NodeTrace(
        node, path, revision, events, calls, waits, began, sent, result, output, port, left);
  }

  /** What tells it from all others of its run. */
  public String key() {
    return path.isEmpty() ? node : node + "#" + path;
  }

  /** Whether it is in an iteration, of whatever depth. */
  public boolean isIn(String iteration) {
    return path.equals(iteration) || path.startsWith(iteration + ".");
  }

  /** Whether nothing more is to come. */
  public boolean hasEnded() {
    return left != null || output != null;
  }

  /** Whether it failed, as far as is known. */
  public boolean hasFailed() {
    return result != null && result.value().failed();
  }

  /** What both say, at this one's revision. */
  public NodeTrace and(NodeTrace other) {
    return new NodeTrace(
        node,
        path,
        revision,
        union(events, other.events),
        union(calls, other.calls),
        waits || other.waits,
        Fact.earlier(began, other.began),
        Fact.later(sent, other.sent),
        Fact.later(result, other.result),
        Fact.later(output, other.output),
        Fact.later(port, other.port),
        Fact.earlier(left, other.left));
  }

  private static List<Long> union(List<Long> one, List<Long> other) {
    var all = new TreeSet<>(one);
    all.addAll(other);
    return List.copyOf(all);
  }

  /** The node as it is shown; {@code over} when its run has ended, and so no retry will follow. */
  public NodeRun asNodeRun(boolean over) {
    Result last = result == null ? null : result.value();
    return new NodeRun(
        node,
        path,
        status(over),
        port == null ? null : port.value(),
        Math.max(calls.size(), 1),
        value(began),
        value(left),
        value(sent),
        value(output),
        last == null ? null : last.error(),
        last == null ? null : last.cause(),
        last == null ? null : last.usage());
  }

  private NodeRun.Status status(boolean over) {
    if (!hasEnded() && !over) {
      return waits ? NodeRun.Status.WAITING : NodeRun.Status.RUNNING;
    }
    return hasFailed() || !hasEnded() ? NodeRun.Status.FAILED : NodeRun.Status.SUCCEEDED;
  }

  private static <T> @Nullable T value(@Nullable Fact<T> fact) {
    return fact == null ? null : fact.value();
  }
}
