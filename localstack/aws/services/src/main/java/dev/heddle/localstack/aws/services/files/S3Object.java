package dev.heddle.localstack.aws.services.files;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;

/**
 * A version of an object, or a marker that it was deleted.
 *
 * @param version {@code null}, as S3 names it, where there are no versions
 * @param content what its bytes are found under
 */
record S3Object(
    long id,
    String key,
    String version,
    boolean latest,
    boolean marker,
    long size,
    String etag,
    String content,
    Map<String, String> headers,
    Instant modified) {
  static final String UNVERSIONED = "null";

  static S3Object of(ResultSet row) throws SQLException {
    return new S3Object(
        row.getLong("id"),
        row.getString("key"),
        row.getString("version"),
        row.getBoolean("latest"),
        row.getBoolean("marker"),
        row.getLong("size"),
        row.getString("etag"),
        row.getString("content"),
        ObjectHeaders.parse(row.getString("headers")),
        Instant.ofEpochMilli(row.getLong("modified")));
  }

  String quotedEtag() {
    return "\"" + etag + "\"";
  }
}
