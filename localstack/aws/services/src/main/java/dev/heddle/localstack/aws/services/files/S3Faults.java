package dev.heddle.localstack.aws.services.files;

import dev.heddle.localstack.aws.edge.AwsFault;

/** The faults of S3 that more than one operation answers. */
final class S3Faults {
  private S3Faults() {}

  static AwsFault noSuchBucket(String bucket) {
    return new AwsFault(
        404, "NoSuchBucket", "The specified bucket does not exist: " + shortened(bucket));
  }

  static AwsFault noSuchKey() {
    return new AwsFault(404, "NoSuchKey", "The specified key does not exist.");
  }

  static AwsFault noSuchVersion() {
    return new AwsFault(404, "NoSuchVersion", "The specified version does not exist.");
  }

  static AwsFault noSuchUpload() {
    return new AwsFault(
        404,
        "NoSuchUpload",
        "The specified upload does not exist; it may have been aborted or completed.");
  }

  static AwsFault preconditionFailed() {
    return new AwsFault(
        412, "PreconditionFailed", "At least one of the preconditions you specified did not hold");
  }

  static AwsFault invalidArgument(String why) {
    return new AwsFault("InvalidArgument", why);
  }

  static AwsFault malformedXml() {
    return new AwsFault(
        "MalformedXML", "The XML you provided was not well-formed or did not validate.");
  }

  private static String shortened(String text) {
    return text.length() > 63 ? text.substring(0, 63) + "…" : text;
  }
}
