package dev.heddle.statemachines.language.graph;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A node as it was stored.
 *
 * @param parent the container it stands in
 * @param timeoutSeconds the bound of one attempt
 * @param defaultOutput its output when it failed and {@link OnError#DEFAULT} is set
 * @param disabled how it is passed over; null when it runs
 * @param pinned what it yields without running
 */
public record GraphNode(
    String id,
    String type,
    String name,
    @Nullable String parent,
    ObjectNode config,
    @Nullable Retry retry,
    @Nullable Integer timeoutSeconds,
    OnError onError,
    @Nullable JsonNode defaultOutput,
    @Nullable Bypass disabled,
    @Nullable PinnedOutput pinned) {

  /** What happens when a node fails and no failure edge leaves it. */
  public enum OnError {
    STOP,
    CONTINUE,
    PORT,
    DEFAULT
  }

  /** How often a failed call is made again: {@code attempts} more, with growing pauses. */
  public record Retry(
      int attempts,
      int intervalSeconds,
      double backoff,
      @Nullable Integer maxDelaySeconds,
      boolean jitter) {}

  /** A node that is passed over, by its main port or another. */
  public record Bypass(@Nullable String port) {}

  /**
   * A fixed output on a fixed port.
   *
   * @param recorded whether the output is not this one but the one that the run is started with
   */
  public record PinnedOutput(JsonNode output, String port, boolean recorded) {

    /** Pinned to what a recorded run gave. */
    public static PinnedOutput recorded(String port) {
      return new PinnedOutput(NullNode.getInstance(), port, true);
    }
  }

  /** The same node, pinned. */
  public GraphNode with(PinnedOutput other) {
    return new GraphNode(
        id,
        type,
        name,
        parent,
        config,
        retry,
        timeoutSeconds,
        onError,
        defaultOutput,
        disabled,
        other);
  }
}
