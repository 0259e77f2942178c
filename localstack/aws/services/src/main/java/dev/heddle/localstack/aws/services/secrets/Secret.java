package dev.heddle.localstack.aws.services.secrets;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.type.TypeReference;

/**
 * A secret without its values; instants in epoch milliseconds.
 *
 * @param accessed the day it was last read, 0 before
 * @param deleted when its deletion was asked for, 0 if it wasn't
 * @param due when it is really deleted, 0 for never
 */
record Secret(
    long id,
    String name,
    String arn,
    String description,
    String kmsKey,
    Map<String, String> tags,
    long created,
    long changed,
    long accessed,
    long deleted,
    long due) {
  private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

  static Secret of(ResultSet row) throws SQLException {
    return new Secret(
        row.getLong("id"),
        row.getString("name"),
        row.getString("arn"),
        row.getString("description"),
        row.getString("kms_key"),
        JsonProtocol.JSON.readValue(row.getString("tags"), TEXTS),
        row.getLong("created"),
        row.getLong("changed"),
        row.getLong("accessed"),
        row.getLong("deleted"),
        row.getLong("due"));
  }

  /** One that is new and never read; it has no id before it is stored. */
  static Secret created(String name, String arn, long at) {
    return new Secret(0, name, arn, "", "", Map.of(), at, at, 0, 0, 0);
  }

  /** The same with what its owner says of it. */
  Secret described(String description, String kmsKey, Map<String, String> tags) {
    return new Secret(
        id, name, arn, description, kmsKey, tags, created, changed, accessed, deleted, due);
  }

  Secret notDeleted() {
    if (deleted != 0) {
      throw new AwsFault(
          "InvalidRequestException",
          "You can't perform this operation on the secret because it was marked for deletion.");
    }
    return this;
  }

  Map<String, Object> named() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("ARN", arn);
    json.put("Name", name);
    return json;
  }

  Map<String, Object> described() {
    Map<String, Object> json = named();
    if (!description.isEmpty()) {
      json.put("Description", description);
    }
    if (!kmsKey.isEmpty()) {
      json.put("KmsKeyId", kmsKey);
    }
    json.put("CreatedDate", seconds(created));
    json.put("LastChangedDate", seconds(changed));
    if (accessed != 0) {
      json.put("LastAccessedDate", seconds(accessed));
    }
    if (deleted != 0) {
      json.put("DeletedDate", seconds(deleted));
    }
    json.put("Tags", tagList());
    return json;
  }

  private List<Map<String, String>> tagList() {
    return tags.entrySet().stream()
        .map(tag -> Map.of("Key", tag.getKey(), "Value", tag.getValue()))
        .toList();
  }

  /** How the JSON protocol writes an instant. */
  static double seconds(long millis) {
    return millis / 1_000.0;
  }
}
