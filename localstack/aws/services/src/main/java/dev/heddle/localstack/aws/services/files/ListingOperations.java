package dev.heddle.localstack.aws.services.files;

import static dev.heddle.localstack.aws.edge.XmlProtocol.element;

import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.services.AwsAccount;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import dev.heddle.localstack.aws.services.SqlConnection;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.List;

/** Lists objects and versions page by page. */
final class ListingOperations {
  private static final int MOST = 1_000;

  private final ServiceDatabase database;
  private final AwsAccount account;

  ListingOperations(ServiceDatabase database, AwsAccount account) {
    this.database = database;
    this.account = account;
  }

  AwsResponse objects(S3Call call) {
    boolean second = call.parameter("list-type").filter("2"::equals).isPresent();
    int most = call.number("max-keys", MOST, MOST);
    String prefix = call.parameter("prefix").orElse("");
    String delimiter = call.parameter("delimiter").orElse("");
    String from = second ? secondPosition(call) : firstPosition(call, prefix, delimiter);
    ObjectListing listing =
        database.read(
            sql ->
                ObjectListing.read(
                    sql, BucketTable.get(sql, call.bucket()), prefix, delimiter, from, most));
    return S3Xml.answer(
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
      xml.append(S3Xml.key(call, "NextKeyMarker", page.getLast().key()))
          .append(element("NextVersionIdMarker", page.getLast().version()));
    }
    page.forEach(object -> xml.append(version(call, object)));
    return S3Xml.answer("ListVersionsResult", xml.toString());
  }

  private static String secondPosition(S3Call call) {
    return call.parameter("continuation-token")
        .map(ListingOperations::decoded)
        .or(() -> call.parameter("start-after").map(ObjectListing::after))
        .orElse("");
  }

  /** A marker may be a prefix that an earlier page rolled up. */
  private static String firstPosition(S3Call call, String prefix, String delimiter) {
    String marker = call.parameter("marker").orElse("");
    boolean rolledUp =
        !delimiter.isEmpty() && marker.endsWith(delimiter) && marker.length() > prefix.length();
    return rolledUp ? ObjectListing.behind(marker) : ObjectListing.after(marker);
  }

  private static List<S3Object> versions(SqlConnection sql, S3Call call, String prefix, int most)
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
        + S3Xml.key(call, "Prefix", prefix)
        + (delimiter.isEmpty() ? "" : S3Xml.key(call, "Delimiter", delimiter))
        + S3Xml.number("MaxKeys", most)
        + element("IsTruncated", Boolean.toString(truncated))
        + call.parameter("encoding-type").map(type -> element("EncodingType", type)).orElse("");
  }

  private static String secondPaging(S3Call call, ObjectListing listing) {
    return S3Xml.number("KeyCount", listing.objects().size() + listing.prefixes().size())
        + call.parameter("continuation-token")
            .map(token -> element("ContinuationToken", token))
            .orElse("")
        + (listing.truncated() ? element("NextContinuationToken", encoded(listing.next())) : "");
  }

  private static String firstPaging(S3Call call, ObjectListing listing) {
    return S3Xml.key(call, "Marker", call.parameter("marker").orElse(""))
        + (listing.truncated() ? S3Xml.key(call, "NextMarker", listing.last()) : "");
  }

  private static String contents(S3Call call, ObjectListing listing) {
    var xml = new StringBuilder();
    listing
        .objects()
        .forEach(object -> xml.append(S3Xml.nested("Contents", described(call, object))));
    return xml.toString();
  }

  private static String commonPrefixes(S3Call call, ObjectListing listing) {
    var xml = new StringBuilder();
    listing
        .prefixes()
        .forEach(
            prefix ->
                xml.append(S3Xml.nested("CommonPrefixes", S3Xml.key(call, "Prefix", prefix))));
    return xml.toString();
  }

  private String version(S3Call call, S3Object object) {
    String common =
        element("VersionId", object.version())
            + element("IsLatest", Boolean.toString(object.latest()))
            + S3Xml.nested("Owner", element("ID", account.id()));
    return object.marker()
        ? S3Xml.nested(
            "DeleteMarker",
            S3Xml.key(call, "Key", object.key())
                + element("LastModified", S3Xml.time(object.modified()))
                + common)
        : S3Xml.nested("Version", described(call, object) + common);
  }

  private static String described(S3Call call, S3Object object) {
    return S3Xml.key(call, "Key", object.key())
        + element("LastModified", S3Xml.time(object.modified()))
        + element("ETag", object.quotedEtag())
        + S3Xml.number("Size", object.size())
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
