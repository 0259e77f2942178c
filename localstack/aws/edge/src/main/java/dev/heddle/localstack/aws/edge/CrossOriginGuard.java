package dev.heddle.localstack.aws.edge;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps foreign web pages out: signatures are not verified here, so a page from elsewhere must not
 * reach the services through the browser of whoever runs them. Pages of this machine may.
 */
final class CrossOriginGuard {
  private CrossOriginGuard() {}

  /** The answer to a preflight or to a foreign page; empty for everyone else. */
  static Optional<AwsResponse> reject(AwsRequest request) {
    if (isForeign(request)) {
      var fault = new AwsFault(403, "AccessDenied", "Web pages of other origins are not answered");
      return Optional.of(EdgeErrors.answer(request, fault));
    }
    boolean preflight =
        request.method().equals("OPTIONS")
            && request.header("access-control-request-method").isPresent();
    return preflight ? Optional.of(new AwsResponse(200, Map.of(), new byte[0])) : Optional.empty();
  }

  /** The answer with the headers that let a page of this machine read it. */
  static AwsResponse withCorsHeaders(AwsRequest request, AwsResponse response) {
    Optional<String> origin = request.header("origin");
    if (origin.isEmpty() || isForeign(request)) {
      return response;
    }
    Map<String, String> headers = new HashMap<>(response.headers());
    headers.put("access-control-allow-origin", origin.get());
    headers.put("access-control-allow-methods", "GET, PUT, POST, DELETE, HEAD");
    headers.put(
        "access-control-allow-headers",
        request.header("access-control-request-headers").orElse("*"));
    headers.put("access-control-expose-headers", "etag, x-amzn-requestid, x-amz-version-id");
    headers.put("vary", "origin");
    return new AwsResponse(response.status(), headers, response.body());
  }

  private static boolean isForeign(AwsRequest request) {
    boolean page = request.header("sec-fetch-site").isPresent();
    boolean crossSite = request.header("sec-fetch-site").filter("cross-site"::equals).isPresent();
    boolean foreignOrigin = request.header("origin").filter(o -> !isLocal(o)).isPresent();
    boolean rebound = page && !isLocal("http://" + request.header("host").orElse(""));
    return crossSite || foreignOrigin || rebound;
  }

  private static boolean isLocal(String origin) {
    try {
      String host = URI.create(origin).getHost();
      return host != null
          && (host.equals("localhost")
              || host.endsWith(".localhost")
              || host.equals("127.0.0.1")
              || host.equals("[::1]"));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
