package dev.heddle.localstack.aws.services.files;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import dev.heddle.localstack.aws.services.SqlConnection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads objects, whole or a range of them, or only what is known of them. */
final class ReadOperations {
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

  private final ServiceDatabase database;

  private record ReadResult(S3Object object, Optional<ByteRange> range, byte[] bytes) {}

  ReadOperations(ServiceDatabase database) {
    this.database = database;
  }

  AwsResponse get(S3Call call) {
    ReadResult readResult = database.read(sql -> read(sql, call));
    S3Object object = readResult.object();
    Map<String, String> headers = headers(call, object);
    if (HttpPreconditions.notModified(call, object)) {
      return S3Xml.empty(304, headers);
    }
    readResult.range().ifPresent(r -> headers.put("content-range", r.contentRange(object.size())));
    return new AwsResponse(readResult.range().isPresent() ? 206 : 200, headers, readResult.bytes());
  }

  AwsResponse head(S3Call call) {
    S3Object object = database.read(sql -> object(sql, call));
    Map<String, String> headers = headers(call, object);
    if (HttpPreconditions.notModified(call, object)) {
      return S3Xml.empty(304, headers);
    }
    Optional<ByteRange> range = ByteRange.parse(call.header("range"), object.size());
    range.ifPresent(r -> headers.put("content-range", r.contentRange(object.size())));
    long length = range.map(r -> r.end() - r.from()).orElse(object.size());
    headers.put("content-length", Long.toString(length));
    return S3Xml.empty(range.isPresent() ? 206 : 200, headers);
  }

  private static ReadResult read(SqlConnection sql, S3Call call) throws SQLException {
    S3Object object = object(sql, call);
    Optional<ByteRange> range = ByteRange.parse(call.header("range"), object.size());
    ByteRange asked = range.orElse(new ByteRange(0, object.size()));
    return new ReadResult(object, range, ContentTable.read(sql, object.content(), asked));
  }

  private static S3Object object(SqlConnection sql, S3Call call) throws SQLException {
    Bucket bucket = BucketTable.get(sql, call.bucket());
    Optional<String> version = call.parameter("versionId");
    if (version.isEmpty()) {
      return ObjectTable.latest(sql, bucket, call.key())
          .filter(found -> !found.marker())
          .orElseThrow(S3Faults::noSuchKey);
    }
    S3Object object =
        ObjectTable.version(sql, bucket, call.key(), version.get())
            .orElseThrow(S3Faults::noSuchVersion);
    if (object.marker()) {
      throw new AwsFault(
          405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
    }
    return object;
  }

  private static Map<String, String> headers(S3Call call, S3Object object) {
    Map<String, String> headers = new HashMap<>(ObjectOperations.versionHeaders(object));
    headers.putAll(ObjectHeaders.answered(object.headers(), call));
    headers.put("etag", object.quotedEtag());
    headers.put("last-modified", HTTP_DATE.format(object.modified()));
    headers.put("accept-ranges", "bytes");
    return headers;
  }
}
