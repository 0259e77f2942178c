package dev.heddle.localstack.aws.services.files;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.heddle.localstack.aws.services.ServiceDatabase;
import dev.heddle.localstack.aws.services.SqlConnection;
import dev.heddle.localstack.aws.services.files.UploadTable.Upload;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Removes what the life cycles of the buckets say is old enough. */
final class LifeCycleSweeper {
  private static final System.Logger LOG = System.getLogger(LifeCycleSweeper.class.getName());

  private final ServiceDatabase database;
  private final InstantSource clock;

  LifeCycleSweeper(ServiceDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  void sweep() {
    try {
      for (Bucket bucket : database.read(BucketTable::all)) {
        if (!bucket.lifeCycle().isEmpty()) {
          sweep(bucket);
        }
      }
    } catch (RuntimeException e) { // the timer would never call again
      LOG.log(System.Logger.Level.ERROR, "Old objects cannot be removed", e);
    }
  }

  private void sweep(Bucket bucket) {
    for (LifeCycleRule rule : LifeCycleRule.parse(bucket.lifeCycle().getBytes(UTF_8))) {
      while (database.write(sql -> remove(sql, bucket, rule)) > 0) {
        // a thousand at a time, so that others may write in between
      }
    }
  }

  private int remove(SqlConnection sql, Bucket bucket, LifeCycleRule rule) throws SQLException {
    List<S3Object> latest = old(sql, bucket, rule.prefix(), true, rule.days());
    int removed = 0;
    for (S3Object object : latest) {
      removed += expire(sql, bucket, object);
    }
    List<S3Object> noncurrent = old(sql, bucket, rule.prefix(), false, rule.noncurrentDays());
    for (S3Object object : noncurrent) {
      ObjectTable.delete(sql, bucket, object);
    }
    return removed + noncurrent.size() + abort(sql, bucket, rule);
  }

  private int expire(SqlConnection sql, Bucket bucket, S3Object object) throws SQLException {
    if (object.marker()) {
      return 0;
    }
    if (bucket.versioning().isEmpty()) {
      ObjectTable.delete(sql, bucket, object);
    } else {
      ObjectTable.put(sql, bucket, ObjectTable.NewObject.marker(object.key()), clock.millis());
    }
    return 1;
  }

  private int abort(SqlConnection sql, Bucket bucket, LifeCycleRule rule) throws SQLException {
    if (rule.abortDays().isEmpty()) {
      return 0;
    }
    List<Upload> old = UploadTable.list(sql, bucket, rule.prefix(), before(rule.abortDays().get()));
    for (Upload upload : old) {
      UploadTable.delete(sql, upload);
    }
    return old.size();
  }

  private List<S3Object> old(
      SqlConnection sql, Bucket bucket, String prefix, boolean latest, Optional<Integer> days)
      throws SQLException {
    return days.isEmpty()
        ? List.of()
        : ObjectTable.modifiedBefore(sql, bucket, prefix, latest, before(days.get()));
  }

  private long before(int days) {
    return clock.millis() - Duration.ofDays(days).toMillis();
  }
}
