package dev.heddle.localstack.aws.services.files;

import static dev.heddle.localstack.aws.edge.XmlProtocol.element;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import dev.heddle.localstack.aws.services.SqlConnection;
import dev.heddle.localstack.aws.services.files.UploadTable.Part;
import dev.heddle.localstack.aws.services.files.UploadTable.Upload;
import java.io.ByteArrayOutputStream;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Uploads in parts. */
final class MultipartOperations {
  /** The largest object, since an answer is whole in memory. */
  static final int OBJECT_BYTES = 128 << 20;

  private static final int PARTS = 10_000;
  private static final int SMALLEST = 5 << 20;

  private final ServiceDatabase database;
  private final InstantSource clock;

  MultipartOperations(ServiceDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  AwsResponse start(S3Call call) {
    ObjectOperations.checkKey(call.key());
    String id = UUID.randomUUID().toString();
    Upload upload = new Upload(id, call.key(), ObjectHeaders.read(call), clock.instant());
    database.write(
        sql -> {
          UploadTable.start(sql, BucketTable.get(sql, call.bucket()), upload);
          return id;
        });
    return S3Xml.answer(
        "InitiateMultipartUploadResult",
        element("Bucket", call.bucket()) + element("Key", call.key()) + element("UploadId", id));
  }

  AwsResponse putPart(S3Call call) {
    int number = call.number("partNumber", 0, PARTS + 1);
    if (number < 1 || number > PARTS) {
      throw S3Faults.invalidArgument("Part number must be 1 to " + PARTS);
    }
    RequestChecksums.verify(call);
    String etag = RequestChecksums.md5(call.body());
    database.write(
        sql -> {
          Upload upload = upload(sql, call);
          String content = ContentTable.write(sql, call.body());
          UploadTable.putPart(
              sql, upload, new Part(number, call.body().length, etag, content, clock.instant()));
          return number;
        });
    return S3Xml.empty(200, Map.of("etag", "\"" + etag + "\""));
  }

  AwsResponse complete(S3Call call) {
    List<XmlInput> asked = XmlInput.parse(call.body()).children("Part");
    S3Object written = database.write(sql -> complete(sql, call, asked));
    AwsResponse answer =
        S3Xml.answer(
            "CompleteMultipartUploadResult",
            element("Bucket", call.bucket())
                + element("Key", call.key())
                + element("ETag", written.quotedEtag()));
    Map<String, String> headers = ObjectOperations.versionHeaders(written);
    headers.putAll(answer.headers());
    return new AwsResponse(200, headers, answer.body());
  }

  private S3Object complete(SqlConnection sql, S3Call call, List<XmlInput> asked)
      throws SQLException {
    Upload upload = upload(sql, call);
    Bucket bucket = BucketTable.get(sql, call.bucket());
    HttpPreconditions.checkWrite(call, ObjectTable.latest(sql, bucket, call.key()));
    List<Part> parts = chosen(asked, UploadTable.parts(sql, upload));
    String content = UUID.randomUUID().toString();
    long size = 0;
    for (Part part : parts) {
      ContentTable.join(sql, part.content(), content, size);
      size += part.size();
    }
    UploadTable.delete(sql, upload);
    var draft = new ObjectTable.NewObject(call.key(), size, etag(parts), content, upload.headers());
    return ObjectTable.put(sql, bucket, draft, clock.millis());
  }

  /** The parts that the client names, which must be those it sent, in order and large enough. */
  private static List<Part> chosen(List<XmlInput> asked, List<Part> sent) {
    Map<Integer, Part> byNumber =
        sent.stream().collect(Collectors.toMap(Part::number, Function.identity()));
    List<Part> chosen = new ArrayList<>();
    for (XmlInput input : asked) {
      Part part = byNumber.get(input.number("PartNumber", PARTS).orElse(0));
      String etag = input.text("ETag").orElse("").replace("\"", "").strip();
      if (part == null || !part.etag().equals(etag)) {
        throw new AwsFault("InvalidPart", "One or more of the specified parts could not be found.");
      }
      chosen.add(part);
    }
    checkOrder(chosen);
    checkSizes(chosen);
    return chosen;
  }

  private static void checkOrder(List<Part> parts) {
    if (parts.isEmpty()) {
      throw S3Faults.malformedXml();
    }
    for (int i = 1; i < parts.size(); i++) {
      if (parts.get(i).number() <= parts.get(i - 1).number()) {
        throw new AwsFault("InvalidPartOrder", "The list of parts was not in ascending order.");
      }
    }
  }

  private static void checkSizes(List<Part> parts) {
    long size = parts.stream().mapToLong(Part::size).sum();
    if (parts.stream().limit(parts.size() - 1L).anyMatch(part -> part.size() < SMALLEST)) {
      throw new AwsFault(
          "EntityTooSmall", "Your proposed upload is smaller than the minimum allowed size");
    }
    if (size > OBJECT_BYTES) {
      throw new AwsFault("EntityTooLarge", "An object has at most " + OBJECT_BYTES + " bytes here");
    }
  }

  /** The MD5 of the parts' MD5s, and how many they were. */
  private static String etag(List<Part> parts) {
    var digests = new ByteArrayOutputStream();
    parts.forEach(part -> digests.writeBytes(HexFormat.of().parseHex(part.etag())));
    return RequestChecksums.md5(digests.toByteArray()) + "-" + parts.size();
  }

  AwsResponse abort(S3Call call) {
    database.write(
        sql -> {
          UploadTable.delete(sql, upload(sql, call));
          return true;
        });
    return S3Xml.empty(204);
  }

  AwsResponse listParts(S3Call call) {
    List<Part> parts = database.read(sql -> UploadTable.parts(sql, upload(sql, call)));
    String listed =
        parts.stream()
            .map(
                part ->
                    S3Xml.nested(
                        "Part",
                        S3Xml.number("PartNumber", part.number())
                            + element("LastModified", S3Xml.time(part.modified()))
                            + element("ETag", "\"" + part.etag() + "\"")
                            + S3Xml.number("Size", part.size())))
            .collect(Collectors.joining());
    return S3Xml.answer(
        "ListPartsResult",
        element("Bucket", call.bucket())
            + element("Key", call.key())
            + element("UploadId", call.parameter("uploadId").orElse(""))
            + element("IsTruncated", "false")
            + listed);
  }

  AwsResponse listUploads(S3Call call) {
    String prefix = call.parameter("prefix").orElse("");
    List<Upload> uploads =
        database.read(
            sql ->
                UploadTable.list(sql, BucketTable.get(sql, call.bucket()), prefix, Long.MAX_VALUE));
    String listed =
        uploads.stream()
            .map(
                upload ->
                    S3Xml.nested(
                        "Upload",
                        S3Xml.key(call, "Key", upload.key())
                            + element("UploadId", upload.id())
                            + element("Initiated", S3Xml.time(upload.started()))))
            .collect(Collectors.joining());
    return S3Xml.answer(
        "ListMultipartUploadsResult",
        element("Bucket", call.bucket()) + element("IsTruncated", "false") + listed);
  }

  private static Upload upload(SqlConnection sql, S3Call call) throws SQLException {
    return UploadTable.get(
        sql,
        BucketTable.get(sql, call.bucket()),
        call.key(),
        call.parameter("uploadId").orElse(""));
  }
}
