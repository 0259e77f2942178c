package dev.heddle.localstack.aws.dynamodb.schema;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A secondary index.
 *
 * @param id unique within its table, never used again
 * @param global whether it has a partition key of its own
 * @param included attributes projected beside the keys if the projection is {@code INCLUDE}
 * @param throughput null in a table that is paid by request, and for a local index
 */
public record SecondaryIndex(
    int id,
    String name,
    boolean global,
    KeySchema keys,
    ProjectionType projection,
    List<String> included,
    @Nullable ProvisionedThroughput throughput,
    Status status) {

  /** Which attributes an index has. */
  public enum ProjectionType {
    ALL,
    KEYS_ONLY,
    INCLUDE
  }

  /** Whether an index can be read already. */
  public enum Status {
    CREATING,
    ACTIVE
  }

  /** The index with another status. */
  public SecondaryIndex with(Status changed) {
    return new SecondaryIndex(id, name, global, keys, projection, included, throughput, changed);
  }

  /** The index with another throughput. */
  public SecondaryIndex with(@Nullable ProvisionedThroughput changed) {
    return new SecondaryIndex(id, name, global, keys, projection, included, changed, status);
  }
}
