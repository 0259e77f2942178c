package dev.heddle.localstack.aws.dynamodb.schema;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a table is; immutable.
 *
 * @param id unique, never used again
 * @param created milliseconds since 1970
 * @param nextIndex the id of the next index
 * @param throughput null if the table is paid by request
 * @param expiry the attribute with an item's expiry in seconds since 1970, or null
 */
public record DynamoDbTable(
    long id,
    String name,
    long created,
    KeySchema keys,
    int nextIndex,
    List<SecondaryIndex> indexes,
    @Nullable ProvisionedThroughput throughput,
    @Nullable StreamSettings stream,
    @Nullable String expiry,
    boolean recovery,
    boolean deletionProtection,
    Map<String, String> tags) {

  /** The region of every ARN. */
  public static final String REGION = "us-east-1";

  private static final String ARN = "arn:aws:dynamodb:" + REGION + ":000000000000:table/";

  /** The table's ARN. */
  public String arn() {
    return ARN + name;
  }

  /** The ARN of its latest stream, or null. */
  public @Nullable String streamArn() {
    return stream == null ? null : arn() + "/stream/" + stream.label();
  }

  /** Whether changes are recorded. */
  public boolean streaming() {
    return stream != null && stream.enabled();
  }

  /** The index of that name. */
  public Optional<SecondaryIndex> index(String indexName) {
    return indexes.stream().filter(index -> index.name().equals(indexName)).findFirst();
  }

  /** A change of some of its settings. */
  public TableBuilder toBuilder() {
    return new TableBuilder(this);
  }

  /** The table's name in a name or an ARN. */
  public static String nameOf(String nameOrArn) {
    if (!nameOrArn.startsWith("arn:")) {
      return nameOrArn;
    }
    String[] parts = nameOrArn.split("/", 3);
    return parts.length < 2 ? nameOrArn : parts[1];
  }
}
