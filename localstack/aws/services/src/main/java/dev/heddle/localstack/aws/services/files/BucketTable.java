package dev.heddle.localstack.aws.services.files;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.services.SqlConnection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The SQL of buckets. */
final class BucketTable {
  static final String SCHEMA =
      "CREATE TABLE IF NOT EXISTS bucket (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT UNIQUE"
          + " NOT NULL, created INTEGER NOT NULL, versioning TEXT NOT NULL DEFAULT '', life_cycle"
          + " TEXT NOT NULL DEFAULT '')";
  private static final int MOST = 1_000;

  private BucketTable() {}

  static Bucket get(SqlConnection sql, String name) throws SQLException {
    return find(sql, name).orElseThrow(() -> S3Faults.noSuchBucket(name));
  }

  static Optional<Bucket> find(SqlConnection sql, String name) throws SQLException {
    return sql.one(BucketTable::bucket, "SELECT * FROM bucket WHERE name = ?", name);
  }

  static List<Bucket> all(SqlConnection sql) throws SQLException {
    return sql.list(BucketTable::bucket, "SELECT * FROM bucket ORDER BY name");
  }

  static void create(SqlConnection sql, String name, long now) throws SQLException {
    if (sql.number("SELECT count(*) FROM bucket") >= MOST) {
      throw new AwsFault("TooManyBuckets", "There are " + MOST + " buckets already");
    }
    sql.run("INSERT INTO bucket (name, created) VALUES (?, ?)", name, now);
  }

  static void delete(SqlConnection sql, Bucket bucket) throws SQLException {
    if (sql.number(
            "SELECT count(*) FROM (SELECT 1 FROM object WHERE bucket = ? LIMIT 1)", bucket.id())
        > 0) {
      throw new AwsFault(409, "BucketNotEmpty", "The bucket you tried to delete is not empty.");
    }
    UploadTable.deleteAll(sql, bucket);
    sql.run("DELETE FROM bucket WHERE id = ?", bucket.id());
  }

  static void version(SqlConnection sql, Bucket bucket, String versioning) throws SQLException {
    sql.run("UPDATE bucket SET versioning = ? WHERE id = ?", versioning, bucket.id());
  }

  static void lifeCycle(SqlConnection sql, Bucket bucket, String xml) throws SQLException {
    sql.run("UPDATE bucket SET life_cycle = ? WHERE id = ?", xml, bucket.id());
  }

  private static Bucket bucket(ResultSet row) throws SQLException {
    return new Bucket(
        row.getLong("id"),
        row.getString("name"),
        Instant.ofEpochMilli(row.getLong("created")),
        row.getString("versioning"),
        row.getString("life_cycle"));
  }
}
