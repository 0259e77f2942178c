package dev.heddle.localstack.aws.services.files;

import static dev.heddle.localstack.aws.edge.XmlProtocol.element;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import dev.heddle.localstack.aws.services.SqlConnection;
import dev.heddle.localstack.aws.services.files.ObjectTable.NewObject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes, copies and deletes objects. */
final class ObjectOperations {
  private static final int KEY_BYTES = 1_024;
  private static final int BATCH = 1_000;

  private final ServiceDatabase database;
  private final InstantSource clock;

  ObjectOperations(ServiceDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  AwsResponse put(S3Call call) {
    checkKey(call.key());
    RequestChecksums.verify(call);
    Map<String, String> headers = ObjectHeaders.read(call);
    String etag = RequestChecksums.md5(call.body());
    S3Object written =
        database.write(
            sql -> {
              Bucket bucket = BucketTable.get(sql, call.bucket());
              HttpPreconditions.checkWrite(call, ObjectTable.latest(sql, bucket, call.key()));
              String content = ContentTable.write(sql, call.body());
              NewObject draft =
                  new NewObject(call.key(), call.body().length, etag, content, headers);
              return ObjectTable.put(sql, bucket, draft, clock.millis());
            });
    Map<String, String> answer = versionHeaders(written);
    answer.put("etag", written.quotedEtag());
    return S3Xml.empty(200, answer);
  }

  AwsResponse copy(S3Call call) {
    checkKey(call.key());
    String source = call.header("x-amz-copy-source").orElse("");
    S3Object written = database.write(sql -> copy(sql, call, source));
    AwsResponse answer =
        S3Xml.answer(
            "CopyObjectResult",
            element("LastModified", S3Xml.time(written.modified()))
                + element("ETag", written.quotedEtag()));
    Map<String, String> headers = versionHeaders(written);
    headers.putAll(answer.headers());
    return new AwsResponse(200, headers, answer.body());
  }

  private S3Object copy(SqlConnection sql, S3Call call, String source) throws SQLException {
    S3Object from = source(sql, source);
    boolean replaced =
        call.header("x-amz-metadata-directive").filter("REPLACE"::equals).isPresent();
    Map<String, String> headers = replaced ? ObjectHeaders.read(call) : from.headers();
    Bucket bucket = BucketTable.get(sql, call.bucket());
    HttpPreconditions.checkWrite(call, ObjectTable.latest(sql, bucket, call.key()));
    String content = ContentTable.copy(sql, from.content());
    NewObject draft = new NewObject(call.key(), from.size(), from.etag(), content, headers);
    return ObjectTable.put(sql, bucket, draft, clock.millis());
  }

  /** The object that a copy source names. */
  static S3Object source(SqlConnection sql, String source) throws SQLException {
    String[] parts = source.split("\\?versionId=", 2);
    S3Location place = S3Location.ofSource(parts[0]);
    Bucket bucket = BucketTable.get(sql, place.bucket());
    Optional<S3Object> object =
        parts.length == 2
            ? ObjectTable.version(sql, bucket, place.key(), parts[1])
            : ObjectTable.latest(sql, bucket, place.key());
    return object.filter(found -> !found.marker()).orElseThrow(S3Faults::noSuchKey);
  }

  AwsResponse delete(S3Call call) {
    return S3Xml.empty(
        204,
        database.write(
            sql ->
                delete(
                    sql,
                    BucketTable.get(sql, call.bucket()),
                    call.key(),
                    call.parameter("versionId"))));
  }

  AwsResponse deleteBatch(S3Call call) {
    XmlInput asked = XmlInput.parse(call.body());
    List<XmlInput> objects = asked.children("Object");
    if (objects.isEmpty() || objects.size() > BATCH) {
      throw S3Faults.malformedXml();
    }
    boolean quiet = asked.text("Quiet").filter("true"::equals).isPresent();
    var xml = new StringBuilder();
    database.write(
        sql -> {
          Bucket bucket = BucketTable.get(sql, call.bucket());
          for (XmlInput object : objects) {
            String key = object.text("Key").orElseThrow(S3Faults::malformedXml);
            delete(sql, bucket, key, object.text("VersionId"));
            xml.append(quiet ? "" : S3Xml.nested("Deleted", element("Key", key)));
          }
          return true;
        });
    return S3Xml.answer("DeleteResult", xml.toString());
  }

  /** Deletes a version for good, or hides the object behind a marker where versions are kept. */
  private Map<String, String> delete(
      SqlConnection sql, Bucket bucket, String key, Optional<String> version) throws SQLException {
    if (version.isPresent() || bucket.versioning().isEmpty()) {
      Optional<S3Object> object =
          ObjectTable.version(sql, bucket, key, version.orElse(S3Object.UNVERSIONED));
      if (object.isPresent()) {
        ObjectTable.delete(sql, bucket, object.get());
      }
      return object.map(ObjectOperations::deletedHeaders).orElse(Map.of());
    }
    return deletedHeaders(ObjectTable.put(sql, bucket, NewObject.marker(key), clock.millis()));
  }

  private static Map<String, String> deletedHeaders(S3Object object) {
    Map<String, String> headers = versionHeaders(object);
    if (object.marker()) {
      headers.put("x-amz-delete-marker", "true");
    }
    return headers;
  }

  /** The version, where there are versions. */
  static Map<String, String> versionHeaders(S3Object object) {
    Map<String, String> headers = new HashMap<>();
    if (!object.version().equals(S3Object.UNVERSIONED)) {
      headers.put("x-amz-version-id", object.version());
    }
    return headers;
  }

  static void checkKey(String key) {
    if (key.getBytes(StandardCharsets.UTF_8).length > KEY_BYTES) {
      throw new AwsFault("KeyTooLongError", "Your key is too long");
    }
    if (key.indexOf('\0') >= 0) {
      throw S3Faults.invalidArgument("A key has no null character");
    }
  }
}
