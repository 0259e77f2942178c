package dev.heddle.localstack.aws.edge;

/** Words an error in the shape that the asking client can read: JSON, query XML or REST XML. */
final class EdgeErrors {
  private EdgeErrors() {}

  static AwsResponse answer(AwsRequest request, AwsFault fault) {
    String type = request.header("content-type").orElse("");
    if (request.header("x-amz-target").isPresent() || type.contains("json")) {
      return JsonProtocol.error(fault, "application/x-amz-json-1.0");
    }
    return type.startsWith("application/x-www-form-urlencoded")
        ? XmlProtocol.queryError(fault)
        : XmlProtocol.restError(fault);
  }

  static AwsFault tooLarge(int limit) {
    return new AwsFault(
        413, "RequestEntityTooLarge", "The request body is larger than " + limit + " bytes");
  }

  static AwsFault busy() {
    return new AwsFault(
        503, "ServiceUnavailable", "Too many requests are being answered; try again shortly");
  }

  static AwsFault unknown(AwsRequest request) {
    String asked =
        request.header("x-amz-target").orElse(request.method() + " " + abbreviated(request.path()));
    return new AwsFault(
        501,
        "NotImplemented",
        "No embedded service answers " + asked + "; see the list of services that were started");
  }

  static AwsFault internalFailure() {
    return new AwsFault(
        500, "InternalFailure", "The embedded service failed; its log has the cause");
  }

  private static String abbreviated(String path) {
    return path.length() <= 200 ? path : path.substring(0, 200) + "…";
  }
}
