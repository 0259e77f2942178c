package dev.heddle.localstack.aws.services.files;

import static dev.heddle.localstack.aws.edge.XmlProtocol.element;

import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.services.Account;
import dev.heddle.localstack.aws.services.Database;
import dev.heddle.localstack.aws.services.Sql;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;

/** Lists objects and versions page by page. */
final class ListingOperations {
  private static final int MOST = 1_000;

  private final Database database;
  private final Account account;

  ListingOperations(Database database, Account account) {
    this.database = database;
    this.account = account;
  }

  AwsResponse objects(S3Call call) {
    boolean second = call.parameter("list-type").filter("2"::equals).isPresent();
    int most = call.number("max-keys", MOST, MOST);
    String prefix = call.parameter("prefix").orElse("");
    String delimiter = call.parameter("delimiter").orElse("");
    String from = second ? secondPosition(call) : firstPosition(call, prefix, delimiter);
    Listing listing =
        database.read(
            sql ->
                Listing.read(
                    sql, BucketTable.get(sql, call.bucket()), prefix, delimiter, from, most));
    return Xml.answer(
        "ListBucketResult",
        head(call, prefix, delimiter, most, listing.truncated())
            + (second ? secondPaging(call, listing) : firstPaging(call, listing))
            + contents(call, listing)
            + commonPrefixes(call, listing));
  }

  AwsResponse versions(S3Call call) {
    int most = call.number("max-keys", MOST, MOST);
    String prefix = call.parameter("prefix").orElse("");
    List<S3Object> found = database.read(sql -> versions(sql, call, prefix, most + 1));
    List<S3Object> page = found.stream().limit(most).toList();
    var xml = new StringBuilder(head(call, prefix, "", most, found.size() > most));
    if (found.size() > most && !page.isEmpty()) {
      xml.append(Xml.key(call, "NextKeyMarker", page.getLast().key()))
          .append(element("NextVersionIdMarker", page.getLast().version()));
    }
    page.forEach(object -> xml.append(version(call, object)));
    return Xml.answer("ListVersionsResult", xml.toString());
  }

  private static String secondPosition(S3Call call) {
    return call.parameter("continuation-token")
        .map(ListingOperations::decoded)
        .or(() -> call.parameter("start-after").map(Listing::after))
        .orElse("");
  }

  /** A marker may be a prefix that an earlier page rolled up. */
  private static String firstPosition(S3Call call, String prefix, String delimiter) {
    String marker = call.parameter("marker").orElse("");
    boolean rolledUp =
        !delimiter.isEmpty() && marker.endsWith(delimiter) && marker.length() > prefix.length();
    return rolledUp ? Listing.behind(marker) : Listing.after(marker);
  }

  private static List<S3Object> versions(Sql sql, S3Call call, String prefix, int most)
      throws SQLException {
    Bucket bucket = BucketTable.get(sql, call.bucket());
    String key = call.parameter("key-marker").orElse("");
    String version = call.parameter("version-id-marker").orElse("");
    long id =
        version.isEmpty()
            ? 0
            : ObjectTable.version(sql, bucket, key, version).map(S3Object::id).orElse(0L);
    return ObjectTable.versions(sql, bucket, prefix, key, id, most);
  }

  private static String head(
      S3Call call, String prefix, String delimiter, int most, boolean truncated) {
    return element("Name", call.bucket())
        + Xml.key(call, "Prefix", prefix)
        + (delimiter.isEmpty() ? "" : Xml.key(call, "Delimiter", delimiter))
        + Xml.number("MaxKeys", most)
        + element("IsTruncated", Boolean.toString(truncated))
        + call.parameter("encoding-type").map(type -> element("EncodingType", type)).orElse("");
  }

  private static String secondPaging(S3Call call, Listing listing) {
    return Xml.number("KeyCount", listing.objects().size() + listing.prefixes().size())
        + call.parameter("continuation-token")
            .map(token -> element("ContinuationToken", token))
            .orElse("")
        + (listing.truncated() ? element("NextContinuationToken", encoded(listing.next())) : "");
  }

  private static String firstPaging(S3Call call, Listing listing) {
    return Xml.key(call, "Marker", call.parameter("marker").orElse(""))
        + (listing.truncated() ? Xml.key(call, "NextMarker", listing.last()) : "");
  }

  private static String contents(S3Call call, Listing listing) {
    var xml = new StringBuilder();
    listing
        .objects()
        .forEach(object -> xml.append(Xml.nested("Contents", described(call, object))));
    return xml.toString();
  }

  private static String commonPrefixes(S3Call call, Listing listing) {
    var xml = new StringBuilder();
    listing
        .prefixes()
        .forEach(
            prefix -> xml.append(Xml.nested("CommonPrefixes", Xml.key(call, "Prefix", prefix))));
    return xml.toString();
  }

  private String version(S3Call call, S3Object object) {
    String common =
        element("VersionId", object.version())
            + element("IsLatest", Boolean.toString(object.latest()))
            + Xml.nested("Owner", element("ID", account.id()));
    return object.marker()
        ? Xml.nested(
            "DeleteMarker",
            Xml.key(call, "Key", object.key())
                + element("LastModified", Xml.time(object.modified()))
                + common)
        : Xml.nested("Version", described(call, object) + common);
  }

  private static String described(S3Call call, S3Object object) {
    return Xml.key(call, "Key", object.key())
        + element("LastModified", Xml.time(object.modified()))
        + element("ETag", object.quotedEtag())
        + Xml.number("Size", object.size())
        + element("StorageClass", "STANDARD");
  }

  private static String encoded(String key) {
    return Base64.getUrlEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8));
  }

  private static String decoded(String token) {
    try {
      return new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw S3Faults.invalidArgument("The continuation token provided is incorrect");
    }
  }
}
