package dev.heddle.localstack.aws.services.files;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.services.AwsAccount;
import dev.heddle.localstack.aws.services.ServiceDatabase;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;

/** Tells operations apart by method, bucket, key, and the parameter that names a sub-resource. */
final class S3Routes {
  private static final List<String> NOT_EMBEDDED =
      List.of(
          "acl",
          "cors",
          "encryption",
          "legal-hold",
          "logging",
          "notification",
          "object-lock",
          "ownershipControls",
          "policy",
          "publicAccessBlock",
          "replication",
          "requestPayment",
          "restore",
          "retention",
          "select",
          "tagging",
          "torrent",
          "website",
          "accelerate",
          "analytics",
          "inventory",
          "metrics",
          "intelligent-tiering",
          "attributes");

  private final BucketOperations buckets;
  private final ListingOperations listings;
  private final ObjectOperations objects;
  private final ReadOperations reads;
  private final MultipartOperations uploads;

  S3Routes(ServiceDatabase database, AwsAccount account, InstantSource clock) {
    buckets = new BucketOperations(database, account, clock);
    listings = new ListingOperations(database, account);
    objects = new ObjectOperations(database, clock);
    reads = new ReadOperations(database);
    uploads = new MultipartOperations(database, clock);
  }

  AwsResponse answer(S3Call call) {
    if (NOT_EMBEDDED.stream().anyMatch(call::has)) {
      throw new AwsFault(501, "NotImplemented", "This part of S3 is not embedded");
    }
    return operation(call).apply(call);
  }

  private Function<S3Call, AwsResponse> operation(S3Call call) {
    if (call.bucket().isEmpty()) {
      return onService(call);
    }
    return call.key().isEmpty() ? onBucket(call) : onObject(call);
  }

  private Function<S3Call, AwsResponse> onService(S3Call call) {
    if (call.method().equals("GET")) {
      return buckets::list;
    }
    throw notAllowed();
  }

  private Function<S3Call, AwsResponse> onBucket(S3Call call) {
    return switch (call.method()) {
      case "GET" -> readBucket(call);
      case "HEAD" -> buckets::head;
      case "PUT" -> writeBucket(call);
      case "POST" -> postToBucket(call);
      case "DELETE" -> call.has("lifecycle") ? buckets::deleteLifeCycle : buckets::delete;
      default -> throw notAllowed();
    };
  }

  private Function<S3Call, AwsResponse> readBucket(S3Call call) {
    if (call.has("location")) {
      return buckets::location;
    }
    if (call.has("versioning")) {
      return buckets::versioning;
    }
    if (call.has("lifecycle")) {
      return buckets::lifeCycle;
    }
    if (call.has("uploads")) {
      return uploads::listUploads;
    }
    return call.has("versions") ? listings::versions : listings::objects;
  }

  private Function<S3Call, AwsResponse> writeBucket(S3Call call) {
    if (call.has("versioning")) {
      return buckets::setVersioning;
    }
    return call.has("lifecycle") ? buckets::setLifeCycle : buckets::create;
  }

  private Function<S3Call, AwsResponse> postToBucket(S3Call call) {
    if (call.has("delete")) {
      return objects::deleteBatch;
    }
    throw notAllowed();
  }

  private Function<S3Call, AwsResponse> postToObject(S3Call call) {
    if (call.has("uploads")) {
      return uploads::start;
    }
    if (call.has("uploadId")) {
      return uploads::complete;
    }
    throw notAllowed();
  }

  private Function<S3Call, AwsResponse> onObject(S3Call call) {
    return switch (call.method()) {
      case "GET" -> call.has("uploadId") ? uploads::listParts : reads::get;
      case "HEAD" -> reads::head;
      case "PUT" -> writeObject(call);
      case "POST" -> postToObject(call);
      case "DELETE" -> call.has("uploadId") ? uploads::abort : objects::delete;
      default -> throw notAllowed();
    };
  }

  private Function<S3Call, AwsResponse> writeObject(S3Call call) {
    boolean copied = call.header("x-amz-copy-source").isPresent();
    if (call.has("uploadId") && copied) {
      throw new AwsFault(501, "NotImplemented", "Copying into a part is not embedded");
    }
    if (call.has("uploadId")) {
      return uploads::putPart;
    }
    return copied ? objects::copy : objects::put;
  }

  private static AwsFault notAllowed() {
    return new AwsFault(
        405, "MethodNotAllowed", "The specified method is not allowed against this resource.");
  }
}
