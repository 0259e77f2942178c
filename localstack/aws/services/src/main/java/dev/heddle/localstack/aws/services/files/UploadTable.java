package dev.heddle.localstack.aws.services.files;

import dev.heddle.localstack.aws.services.SqlConnection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The SQL of multipart uploads that are under way. */
final class UploadTable {
  static final String UPLOADS =
      "CREATE TABLE IF NOT EXISTS upload (id TEXT PRIMARY KEY, bucket INTEGER NOT NULL, key TEXT NOT"
          + " NULL, headers TEXT NOT NULL, started INTEGER NOT NULL)";
  static final String PARTS =
      "CREATE TABLE IF NOT EXISTS part (upload TEXT NOT NULL, number INTEGER NOT NULL, size INTEGER"
          + " NOT NULL, etag TEXT NOT NULL, content TEXT NOT NULL, modified INTEGER NOT NULL,"
          + " PRIMARY KEY (upload, number))";

  private UploadTable() {}

  /** An upload under way. */
  record Upload(String id, String key, Map<String, String> headers, Instant started) {
    static Upload of(ResultSet row) throws SQLException {
      return new Upload(
          row.getString("id"),
          row.getString("key"),
          ObjectHeaders.parse(row.getString("headers")),
          Instant.ofEpochMilli(row.getLong("started")));
    }
  }

  /** A part that has arrived. */
  record Part(int number, long size, String etag, String content, Instant modified) {
    static Part of(ResultSet row) throws SQLException {
      return new Part(
          row.getInt("number"),
          row.getLong("size"),
          row.getString("etag"),
          row.getString("content"),
          Instant.ofEpochMilli(row.getLong("modified")));
    }
  }

  static void start(SqlConnection sql, Bucket bucket, Upload upload) throws SQLException {
    sql.run(
        "INSERT INTO upload VALUES (?, ?, ?, ?, ?)",
        upload.id(),
        bucket.id(),
        upload.key(),
        ObjectHeaders.json(upload.headers()),
        upload.started().toEpochMilli());
  }

  static Upload get(SqlConnection sql, Bucket bucket, String key, String id) throws SQLException {
    Optional<Upload> upload =
        sql.one(
            Upload::of,
            "SELECT * FROM upload WHERE id = ? AND bucket = ? AND key = ?",
            id,
            bucket.id(),
            key);
    return upload.orElseThrow(S3Faults::noSuchUpload);
  }

  static List<Upload> list(SqlConnection sql, Bucket bucket, String prefix, long startedBefore)
      throws SQLException {
    return sql.list(
        Upload::of,
        "SELECT * FROM upload WHERE bucket = ?1 AND substr(key, 1, length(?2)) = ?2 AND started <="
            + " ?3 ORDER BY key, started LIMIT 1000",
        bucket.id(),
        prefix,
        startedBefore);
  }

  static void putPart(SqlConnection sql, Upload upload, Part part) throws SQLException {
    for (Part replaced : parts(sql, upload)) {
      if (replaced.number() == part.number()) {
        ContentTable.delete(sql, replaced.content());
      }
    }
    sql.run(
        "INSERT OR REPLACE INTO part VALUES (?, ?, ?, ?, ?, ?)",
        upload.id(),
        part.number(),
        part.size(),
        part.etag(),
        part.content(),
        part.modified().toEpochMilli());
  }

  static List<Part> parts(SqlConnection sql, Upload upload) throws SQLException {
    return sql.list(Part::of, "SELECT * FROM part WHERE upload = ? ORDER BY number", upload.id());
  }

  /** Forgets the upload; what of its parts became no object's content goes too. */
  static void delete(SqlConnection sql, Upload upload) throws SQLException {
    sql.run(
        "DELETE FROM chunk WHERE content IN (SELECT content FROM part WHERE upload = ?)",
        upload.id());
    sql.run("DELETE FROM part WHERE upload = ?", upload.id());
    sql.run("DELETE FROM upload WHERE id = ?", upload.id());
  }

  static void deleteAll(SqlConnection sql, Bucket bucket) throws SQLException {
    for (Upload upload : list(sql, bucket, "", Long.MAX_VALUE)) {
      delete(sql, upload);
    }
  }
}
