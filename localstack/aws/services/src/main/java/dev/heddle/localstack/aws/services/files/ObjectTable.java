package dev.heddle.localstack.aws.services.files;

import dev.heddle.localstack.aws.services.SqlConnection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The SQL of objects and their versions. */
final class ObjectTable {
  static final String SCHEMA =
      "CREATE TABLE IF NOT EXISTS object (id INTEGER PRIMARY KEY AUTOINCREMENT, bucket INTEGER NOT"
          + " NULL, key TEXT NOT NULL, version TEXT NOT NULL, latest INTEGER NOT NULL, marker"
          + " INTEGER NOT NULL, size INTEGER NOT NULL, etag TEXT NOT NULL, content TEXT NOT NULL,"
          + " headers TEXT NOT NULL, modified INTEGER NOT NULL)";
  static final String BY_VERSION =
      "CREATE UNIQUE INDEX IF NOT EXISTS object_version ON object (bucket, key, version)";
  static final String LATEST =
      "CREATE INDEX IF NOT EXISTS object_latest ON object (bucket, latest, key)";

  private ObjectTable() {}

  /** What is to be written under a key. */
  record NewObject(
      String key, long size, String etag, String content, Map<String, String> headers) {
    static NewObject marker(String key) {
      return new NewObject(key, 0, "", "", Map.of());
    }

    boolean isMarker() {
      return content.isEmpty();
    }
  }

  static Optional<S3Object> latest(SqlConnection sql, Bucket bucket, String key)
      throws SQLException {
    return sql.one(
        S3Object::of,
        "SELECT * FROM object WHERE bucket = ? AND key = ? AND latest = 1",
        bucket.id(),
        key);
  }

  static Optional<S3Object> version(SqlConnection sql, Bucket bucket, String key, String version)
      throws SQLException {
    return sql.one(
        S3Object::of,
        "SELECT * FROM object WHERE bucket = ? AND key = ? AND version = ?",
        bucket.id(),
        key,
        version);
  }

  /** Writes the latest version; where versions aren't kept it takes the place of the last one. */
  static S3Object put(SqlConnection sql, Bucket bucket, NewObject draft, long now)
      throws SQLException {
    String version =
        bucket.versioned() ? UUID.randomUUID().toString().replace("-", "") : S3Object.UNVERSIONED;
    Optional<S3Object> replaced = version(sql, bucket, draft.key(), version);
    if (replaced.isPresent()) {
      deleteRow(sql, replaced.get());
    }
    sql.run(
        "UPDATE object SET latest = 0 WHERE bucket = ? AND key = ? AND latest = 1",
        bucket.id(),
        draft.key());
    insert(sql, bucket, draft, version, now);
    return version(sql, bucket, draft.key(), version).orElseThrow();
  }

  private static void insert(
      SqlConnection sql, Bucket bucket, NewObject draft, String version, long now)
      throws SQLException {
    sql.run(
        "INSERT INTO object (bucket, key, version, latest, marker, size, etag, content, headers,"
            + " modified) VALUES (?, ?, ?, 1, ?, ?, ?, ?, ?, ?)",
        bucket.id(),
        draft.key(),
        version,
        draft.isMarker() ? 1 : 0,
        draft.size(),
        draft.etag(),
        draft.content(),
        ObjectHeaders.json(draft.headers()),
        now);
  }

  /** Deletes a version for good; the one before it becomes the latest. */
  static void delete(SqlConnection sql, Bucket bucket, S3Object object) throws SQLException {
    deleteRow(sql, object);
    if (object.latest()) {
      sql.run(
          "UPDATE object SET latest = 1 WHERE id = (SELECT max(id) FROM object WHERE bucket = ?"
              + " AND key = ?)",
          bucket.id(),
          object.key());
    }
  }

  private static void deleteRow(SqlConnection sql, S3Object object) throws SQLException {
    ContentTable.delete(sql, object.content());
    sql.run("DELETE FROM object WHERE id = ?", object.id());
  }

  /** Latest versions that are no markers, from a key on, in the order of the keys' bytes. */
  static List<S3Object> list(SqlConnection sql, Bucket bucket, String prefix, String from, int most)
      throws SQLException {
    return sql.list(
        S3Object::of,
        "SELECT * FROM object WHERE bucket = ?1 AND latest = 1 AND marker = 0 AND key >= ?2"
            + " AND key >= ?3 AND substr(key, 1, length(?2)) = ?2 ORDER BY key LIMIT ?4",
        bucket.id(),
        prefix,
        from,
        most);
  }

  /**
   * All versions with the prefix, the newest of each key first, after a key or after one version of
   * it, given by its id.
   */
  static List<S3Object> versions(
      SqlConnection sql, Bucket bucket, String prefix, String key, long id, int most)
      throws SQLException {
    return sql.list(
        S3Object::of,
        "SELECT * FROM object WHERE bucket = ?1 AND key >= ?2 AND (key > ?3 OR (key = ?3 AND id <"
            + " ?4)) AND substr(key, 1, length(?2)) = ?2 ORDER BY key, id DESC LIMIT ?5",
        bucket.id(),
        prefix,
        key,
        id,
        most);
  }

  static List<S3Object> modifiedBefore(
      SqlConnection sql, Bucket bucket, String prefix, boolean latest, long before)
      throws SQLException {
    return sql.list(
        S3Object::of,
        "SELECT * FROM object WHERE bucket = ?1 AND latest = ?2 AND key >= ?3 AND modified <= ?4"
            + " AND substr(key, 1, length(?3)) = ?3 ORDER BY key LIMIT 1000",
        bucket.id(),
        latest ? 1 : 0,
        prefix,
        before);
  }
}
