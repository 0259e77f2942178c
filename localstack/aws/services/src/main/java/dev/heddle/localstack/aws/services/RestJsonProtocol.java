package dev.heddle.localstack.aws.services;

import dev.heddle.localstack.aws.edge.AwsFault;
import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.edge.JsonProtocol;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The AWS REST-JSON protocol: operations told apart by method and path, JSON in and out. */
public final class RestJsonProtocol {
  private static final System.Logger LOG = System.getLogger(RestJsonProtocol.class.getName());
  private static final String JSON = "application/json";

  private final String service;
  private final String invalid;
  private final List<Route> routes;

  /** One operation. */
  @FunctionalInterface
  public interface Operation {
    /** Answers, or throws a fault. */
    AwsResponse answer(RestCall call);
  }

  /** An operation at a method and a path such as {@code /schedules/{Name}}. */
  public record Route(String method, UriPattern path, Operation operation) {
    /** A route by the text of its path. */
    public Route(String method, String path, Operation operation) {
      this(method, new UriPattern(path), operation);
    }
  }

  /**
   * Routes of one service.
   *
   * @param service its name in credential scopes
   * @param invalid its error code for invalid input
   */
  public RestJsonProtocol(String service, String invalid, List<Route> routes) {
    this.service = service;
    this.invalid = invalid;
    this.routes = List.copyOf(routes);
  }

  /** Whether a route has the path and the request isn't signed for another service. */
  public boolean claims(AwsRequest request) {
    return request.signedService().map(service::equals).orElse(!isPresigned(request))
        && routes.stream().anyMatch(route -> route.path().match(request.path()).isPresent());
  }

  /** Runs the operation; every refusal and failure becomes an error answer. */
  public AwsResponse answer(AwsRequest request) {
    try {
      return dispatch(request);
    } catch (AwsFault fault) {
      return JsonProtocol.error(fault, JSON);
    } catch (RuntimeException failure) { // the door: an operation's bug is a 500, not a hang-up
      LOG.log(System.Logger.Level.ERROR, service + " failed", failure);
      return JsonProtocol.error(
          new AwsFault(500, "InternalFailure", "The embedded service failed; see its log"), JSON);
    }
  }

  /** A 200 with the value as its JSON body. */
  public static AwsResponse ok(Object value) {
    return JsonProtocol.ok(value, JSON);
  }

  /** An answer of only a status. */
  public static AwsResponse empty(int status) {
    return new AwsResponse(status, Map.of(), new byte[0]);
  }

  private AwsResponse dispatch(AwsRequest request) {
    for (Route route : routes) {
      Optional<Map<String, String>> path = route.path().match(request.path());
      if (path.isPresent() && route.method().equals(request.method())) {
        return route.operation().answer(new RestCall(request, path.get(), invalid));
      }
    }
    throw new AwsFault(
        404, "UnknownOperationException", "No operation for " + request.method() + " at this path");
  }

  /** Presigned requests are those of S3, whose paths may be anything. */
  private static boolean isPresigned(AwsRequest request) {
    return request.query().contains("X-Amz-Signature=");
  }
}
