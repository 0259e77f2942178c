package dev.heddle.localstack.aws.services.files;

import dev.heddle.localstack.aws.services.SqlConnection;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.UUID;

/** The SQL of contents: bytes in chunks of at most a mebibyte, so that a range reads little. */
final class ContentTable {
  static final String SCHEMA =
      "CREATE TABLE IF NOT EXISTS chunk (content TEXT NOT NULL, start INTEGER NOT NULL, size INTEGER"
          + " NOT NULL, bytes BLOB NOT NULL)";
  static final String BY_CONTENT =
      "CREATE UNIQUE INDEX IF NOT EXISTS chunk_content ON chunk (content, start)";
  private static final int CHUNK = 1 << 20;

  private ContentTable() {}

  /** Writes the bytes and answers the id they are found under. */
  static String write(SqlConnection sql, byte[] bytes) throws SQLException {
    String content = UUID.randomUUID().toString();
    for (int at = 0; at < bytes.length; at += CHUNK) {
      byte[] chunk = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + CHUNK));
      sql.run("INSERT INTO chunk VALUES (?, ?, ?, ?)", content, at, chunk.length, chunk);
    }
    return content;
  }

  static byte[] read(SqlConnection sql, String content, ByteRange range) throws SQLException {
    var bytes = new ByteArrayOutputStream((int) (range.end() - range.from()));
    sql.list(
        row -> {
          append(bytes, row.getBytes("bytes"), row.getLong("start"), range);
          return true;
        },
        "SELECT start, bytes FROM chunk WHERE content = ? AND start < ? AND start + size > ?"
            + " ORDER BY start",
        content,
        range.end(),
        range.from());
    return bytes.toByteArray();
  }

  static String copy(SqlConnection sql, String content) throws SQLException {
    String copy = UUID.randomUUID().toString();
    sql.run(
        "INSERT INTO chunk SELECT ?, start, size, bytes FROM chunk WHERE content = ?",
        copy,
        content);
    return copy;
  }

  /** Makes one content a part of another, from this byte on. */
  static void join(SqlConnection sql, String part, String whole, long from) throws SQLException {
    sql.run("UPDATE chunk SET content = ?, start = start + ? WHERE content = ?", whole, from, part);
  }

  static void delete(SqlConnection sql, String content) throws SQLException {
    sql.run("DELETE FROM chunk WHERE content = ?", content);
  }

  private static void append(
      ByteArrayOutputStream bytes, byte[] chunk, long start, ByteRange range) {
    int from = (int) Math.max(0, range.from() - start);
    int end = (int) Math.min(chunk.length, range.end() - start);
    bytes.write(chunk, from, end - from);
  }
}
