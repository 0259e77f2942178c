package dev.heddle.localstack.aws.services.files;

import static dev.heddle.localstack.aws.edge.XmlProtocol.element;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.services.AwsAccount;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import java.time.InstantSource;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Creates, lists and deletes buckets and sets what they do with versions and old objects. */
final class BucketOperations {
  private static final Pattern NAME =
      Pattern.compile("(?!.*\\.\\.)[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

  private final ServiceDatabase database;
  private final AwsAccount account;
  private final InstantSource clock;

  BucketOperations(ServiceDatabase database, AwsAccount account, InstantSource clock) {
    this.database = database;
    this.account = account;
    this.clock = clock;
  }

  AwsResponse list(S3Call call) {
    String buckets =
        database.read(BucketTable::all).stream()
            .map(
                bucket ->
                    S3Xml.nested(
                        "Bucket",
                        element("Name", bucket.name())
                            + element("CreationDate", S3Xml.time(bucket.created()))))
            .collect(Collectors.joining());
    String owner = S3Xml.nested("Owner", element("ID", account.id()));
    return S3Xml.answer("ListAllMyBucketsResult", owner + S3Xml.nested("Buckets", buckets));
  }

  /** Creating one's own bucket again is no fault, as in us-east-1. */
  AwsResponse create(S3Call call) {
    if (!NAME.matcher(call.bucket()).matches()) {
      throw new AwsFault("InvalidBucketName", "The specified bucket is not valid.");
    }
    database.write(
        sql -> {
          if (BucketTable.find(sql, call.bucket()).isEmpty()) {
            BucketTable.create(sql, call.bucket(), clock.millis());
          }
          return true;
        });
    return S3Xml.empty(200, Map.of("location", "/" + call.bucket()));
  }

  AwsResponse head(S3Call call) {
    bucket(call);
    return S3Xml.empty(200, Map.of("x-amz-bucket-region", account.region()));
  }

  AwsResponse delete(S3Call call) {
    database.write(
        sql -> {
          BucketTable.delete(sql, BucketTable.get(sql, call.bucket()));
          return true;
        });
    return S3Xml.empty(204);
  }

  /** The location of buckets in us-east-1 is written as nothing. */
  AwsResponse location(S3Call call) {
    bucket(call);
    String region = account.region();
    return S3Xml.answer("LocationConstraint", region.equals("us-east-1") ? "" : region);
  }

  AwsResponse versioning(S3Call call) {
    String versioning = bucket(call).versioning();
    return S3Xml.answer(
        "VersioningConfiguration", versioning.isEmpty() ? "" : element("Status", versioning));
  }

  AwsResponse setVersioning(S3Call call) {
    String status = XmlInput.parse(call.body()).text("Status").orElse("");
    if (!status.equals("Enabled") && !status.equals("Suspended")) {
      throw S3Faults.malformedXml();
    }
    database.write(
        sql -> {
          BucketTable.version(sql, BucketTable.get(sql, call.bucket()), status);
          return true;
        });
    return S3Xml.empty(200);
  }

  AwsResponse lifeCycle(S3Call call) {
    String xml = bucket(call).lifeCycle();
    if (xml.isEmpty()) {
      throw new AwsFault(
          404, "NoSuchLifecycleConfiguration", "The lifecycle configuration does not exist");
    }
    return new AwsResponse(200, Map.of("content-type", "application/xml"), xml.getBytes(UTF_8));
  }

  AwsResponse setLifeCycle(S3Call call) {
    LifeCycleRule.parse(call.body());
    return keepLifeCycle(call, new String(call.body(), UTF_8), 200);
  }

  AwsResponse deleteLifeCycle(S3Call call) {
    return keepLifeCycle(call, "", 204);
  }

  private AwsResponse keepLifeCycle(S3Call call, String xml, int status) {
    database.write(
        sql -> {
          BucketTable.lifeCycle(sql, BucketTable.get(sql, call.bucket()), xml);
          return true;
        });
    return S3Xml.empty(status);
  }

  private Bucket bucket(S3Call call) {
    return database.read(sql -> BucketTable.get(sql, call.bucket()));
  }
}
