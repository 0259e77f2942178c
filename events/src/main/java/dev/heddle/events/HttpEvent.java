package dev.heddle.events;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An API Gateway HTTP API request, payload format 2.0. Header names are lower case. */
public record HttpEvent(
    String version,
    String routeKey,
    String rawPath,
    @Nullable String rawQueryString,
    @Nullable List<String> cookies,
    @Nullable Map<String, String> headers,
    @Nullable Map<String, String> queryStringParameters,
    @Nullable Map<String, String> pathParameters,
    RequestContext requestContext,
    @Nullable String body,
    boolean isBase64Encoded) {

  /** What the gateway itself knows of the request; {@code timeEpoch} is in milliseconds. */
  public record RequestContext(
      @Nullable Authorizer authorizer,
      @Nullable String domainName,
      Http http,
      String requestId,
      @Nullable String stage,
      long timeEpoch) {}

  /** The claims our authoriser attached. */
  public record Authorizer(@Nullable Map<String, String> lambda) {}

  /** The request line and the caller's address. */
  public record Http(
      String method,
      String path,
      @Nullable String protocol,
      String sourceIp,
      @Nullable String userAgent) {}
}
