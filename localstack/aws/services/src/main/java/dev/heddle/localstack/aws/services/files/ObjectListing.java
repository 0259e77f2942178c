package dev.heddle.localstack.aws.services.files;

import dev.heddle.localstack.aws.services.SqlConnection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * A page of keys; what lies behind the delimiter is rolled up into its prefix.
 *
 * @param last the last key or prefix of the page
 * @param next where the next page begins, empty when this is the last one
 */
record ObjectListing(List<S3Object> objects, List<String> prefixes, String last, String next) {
  private static final String LAST_CHARACTER = "\uDBFF\uDFFF";

  /** Reads from a position on, which is a key or one of {@link #after} and {@link #behind}. */
  static ObjectListing read(
      SqlConnection sql, Bucket bucket, String prefix, String delimiter, String from, int most)
      throws SQLException {
    return new Reader(prefix, delimiter, most).read(sql, bucket, from);
  }

  boolean truncated() {
    return !next.isEmpty();
  }

  /** The position right after a key. */
  static String after(String key) {
    return key + "\0";
  }

  /** The position behind all keys that begin with the prefix. */
  static String behind(String prefix) {
    return prefix + LAST_CHARACTER;
  }

  /** Reads on from key to key, or past a whole prefix at a time. */
  private static final class Reader {
    private final String prefix;
    private final String delimiter;
    private final int most;
    private final List<S3Object> objects = new ArrayList<>();
    private final List<String> prefixes = new ArrayList<>();
    private String last = "";
    private String position = "";

    Reader(String prefix, String delimiter, int most) {
      this.prefix = prefix;
      this.delimiter = delimiter;
      this.most = most;
    }

    ObjectListing read(SqlConnection sql, Bucket bucket, String from) throws SQLException {
      position = from;
      boolean more = most > 0;
      while (more && !isFull()) {
        List<S3Object> batch = ObjectTable.list(sql, bucket, prefix, position, most);
        batch.forEach(this::take);
        more = batch.size() == most;
      }
      boolean truncated = isFull() && !ObjectTable.list(sql, bucket, prefix, position, 1).isEmpty();
      return new ObjectListing(objects, prefixes, last, truncated && most > 0 ? position : "");
    }

    private boolean isFull() {
      return objects.size() + prefixes.size() >= most;
    }

    private void take(S3Object object) {
      if (isFull() || isRolledUp(object)) {
        return;
      }
      int end = delimiter.isEmpty() ? -1 : object.key().indexOf(delimiter, prefix.length());
      if (end < 0) {
        objects.add(object);
        last = object.key();
        position = after(last);
      } else {
        last = object.key().substring(0, end + delimiter.length());
        prefixes.add(last);
        position = behind(last);
      }
    }

    private boolean isRolledUp(S3Object object) {
      return !prefixes.isEmpty() && object.key().startsWith(prefixes.getLast());
    }
  }
}
