package dev.heddle.localstack.aws.edge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Hands each request to the first service that claims it and words what goes wrong. */
final class AwsRouter implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(AwsRouter.class.getName());

  private final List<AwsService> services;

  AwsRouter(List<? extends AwsService> services) {
    this.services = List.copyOf(services);
  }

  AwsResponse answer(AwsRequest request) {
    return withRequestId(answerOrError(request));
  }

  private AwsResponse answerOrError(AwsRequest request) {
    try {
      AwsRequest plain = AwsChunkedDecoder.decoded(request);
      return service(plain).answer(plain);
    } catch (AwsFault fault) {
      return EdgeErrors.answer(request, fault);
    } catch (RuntimeException failure) { // the door: a service's bug is a 500, not a hang-up
      LOG.log(System.Logger.Level.ERROR, request.method() + " failed", failure);
      return EdgeErrors.answer(request, EdgeErrors.internalFailure());
    }
  }

  private AwsService service(AwsRequest request) {
    for (AwsService service : services) {
      if (service.claims(request)) {
        return service;
      }
    }
    throw EdgeErrors.unknown(request);
  }

  private static AwsResponse withRequestId(AwsResponse response) {
    if (response.headers().containsKey("x-amzn-requestid")) {
      return response;
    }
    Map<String, String> headers = new HashMap<>(response.headers());
    headers.put("x-amzn-requestid", UUID.randomUUID().toString());
    return new AwsResponse(response.status(), headers, response.body());
  }

  @Override
  public void close() {
    // In the list's order: who calls others stands before them and stops before them.
    services.forEach(AwsService::close);
  }
}
