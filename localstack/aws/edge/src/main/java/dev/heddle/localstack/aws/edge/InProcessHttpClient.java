package dev.heddle.localstack.aws.edge;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import software.amazon.awssdk.http.AbortableInputStream;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullResponse;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * A transport for clients of the AWS SDK that hands requests to services of this process without a
 * socket: {@code SqsClient.builder().httpClient(new InProcessHttpClient(edge::answer))}.
 */
public final class InProcessHttpClient implements SdkHttpClient {
  private final Function<AwsRequest, AwsResponse> services;

  /** A transport to an edge, or to one service. */
  public InProcessHttpClient(Function<AwsRequest, AwsResponse> services) {
    this.services = services;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    return new Call(request);
  }

  @Override
  public String clientName() {
    return "InProcess";
  }

  @Override
  public void close() {}

  private final class Call implements ExecutableHttpRequest {
    private final HttpExecuteRequest request;

    Call(HttpExecuteRequest request) {
      this.request = request;
    }

    @Override
    public HttpExecuteResponse call() throws IOException {
      return toSdk(services.apply(fromSdk(request)));
    }

    /** The SDK interrupts the calling thread itself. */
    @Override
    public void abort() {}
  }

  private static AwsRequest fromSdk(HttpExecuteRequest request) throws IOException {
    SdkHttpRequest http = request.httpRequest();
    Map<String, List<String>> headers = new HashMap<>();
    http.forEachHeader((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values));
    headers.putIfAbsent("host", List.of(http.host() + ":" + http.port()));
    return new AwsRequest(
        http.method().name(),
        http.encodedPath().isEmpty() ? "/" : http.encodedPath(),
        http.encodedQueryParameters().orElse(""),
        headers,
        body(request));
  }

  private static byte[] body(HttpExecuteRequest request) throws IOException {
    var provider = request.contentStreamProvider();
    if (provider.isEmpty()) {
      return new byte[0];
    }
    try (InputStream stream = provider.get().newStream()) {
      return stream.readAllBytes();
    }
  }

  private static HttpExecuteResponse toSdk(AwsResponse response) {
    var http = SdkHttpFullResponse.builder().statusCode(response.status());
    http.putHeader("content-length", Integer.toString(response.body().length));
    response.headers().forEach(http::putHeader);
    return HttpExecuteResponse.builder()
        .response(http.build())
        .responseBody(AbortableInputStream.create(new ByteArrayInputStream(response.body())))
        .build();
  }
}
