package dev.heddle.functions.spec.workflow;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A workflow with its draft.
 *
 * @param revision counts the draft's changes, from 1
 * @param triggers the type ids of the draft's trigger nodes
 * @param publishedVersion the version callers get; null before the first
 * @param publishedRevision the revision that version was made from
 */
public record Workflow(
    String id,
    String name,
    String description,
    long revision,
    List<String> triggers,
    @Nullable Long publishedVersion,
    @Nullable Long publishedRevision,
    @Nullable Instant publishedAt,
    Instant createdAt,
    Instant updatedAt,
    JsonNode graph) {

  /** A new one, whose draft nobody has published. */
  public static Workflow created(String id, String name, JsonNode graph, Instant at) {
    return new Workflow(id, name, "", 1, List.of(), null, null, null, at, at, graph);
  }

  /** The same with what lists show of its draft beside the name. */
  public Workflow described(String description, List<String> triggers) {
    return new Workflow(
        id,
        name,
        description,
        revision,
        triggers,
        publishedVersion,
        publishedRevision,
        publishedAt,
        createdAt,
        updatedAt,
        graph);
  }
}
