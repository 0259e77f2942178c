package dev.heddle.localstack.aws.stepfunctions;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.heddle.localstack.aws.edge.AwsRequest;
import dev.heddle.localstack.aws.edge.AwsResponse;
import dev.heddle.localstack.aws.edge.AwsService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sfn.SfnClient;

/** A service behind HTTP on a free port, and the real client for it. */
public final class EngineHttpServer implements AutoCloseable {
  private final HttpServer server;
  private final AwsService service;
  public final SfnClient client;

  public EngineHttpServer(AwsService service) {
    this.service = service;
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
    client = client(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
  }

  /** The real client for whatever speaks the protocol at an address. */
  public static SfnClient client(URI endpoint) {
    return SfnClient.builder()
        .endpointOverride(endpoint)
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
        .httpClient(UrlConnectionHttpClient.create())
        .overrideConfiguration(
            c -> c.putAdvancedOption(SdkAdvancedClientOption.DISABLE_HOST_PREFIX_INJECTION, true))
        .build();
  }

  private void answer(HttpExchange exchange) throws IOException {
    Map<String, List<String>> headers = new HashMap<>();
    exchange.getRequestHeaders().forEach((n, v) -> headers.put(n.toLowerCase(Locale.ROOT), v));
    byte[] body = exchange.getRequestBody().readAllBytes();
    AwsResponse response =
        service.answer(
            new AwsRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                "",
                headers,
                body));
    response.headers().forEach((n, v) -> exchange.getResponseHeaders().set(n, v));
    exchange.sendResponseHeaders(response.status(), response.body().length);
    exchange.getResponseBody().write(response.body());
    exchange.close();
  }

  @Override
  public void close() {
    client.close();
    server.stop(0);
    service.close();
  }
}
