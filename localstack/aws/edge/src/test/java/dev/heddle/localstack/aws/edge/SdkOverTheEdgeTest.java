package dev.heddle.localstack.aws.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** The SDK's own client, over the socket and in process, reads answers and faults alike. */
class SdkOverTheEdgeTest {
  @AutoClose
  private final AwsEdge edge = new AwsEdge(List.of(new UrlService())).start("127.0.0.1", 0);

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void answers(boolean inProcess) {
    try (SqsClient sqs = client(inProcess)) {
      assertThat(sqs.getQueueUrl(q -> q.queueName("orders")).queueUrl())
          .isEqualTo("http://127.0.0.1:" + edge.port() + "/orders");
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void wordsFaultsSoThatTheSdkKnowsThem(boolean inProcess) {
    try (SqsClient sqs = client(inProcess)) {
      assertThatThrownBy(() -> sqs.getQueueUrl(q -> q.queueName("none")))
          .isInstanceOf(QueueDoesNotExistException.class)
          .hasMessageContaining("There is no queue none");
      assertThatThrownBy(() -> sqs.listQueues())
          .isInstanceOf(SqsException.class)
          .hasMessageContaining("The operation is not known: ListQueues");
    }
  }

  private SqsClient client(boolean inProcess) {
    SdkHttpClient http =
        inProcess ? new InProcessHttpClient(edge::answer) : UrlConnectionHttpClient.create();
    return SqsClient.builder()
        .httpClient(http)
        .endpointOverride(URI.create("http://127.0.0.1:" + edge.port()))
        .region(Region.US_EAST_1)
        .credentialsProvider(
            StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
        .build();
  }

  private static final class UrlService implements AwsService {
    private final JsonProtocol protocol =
        new JsonProtocol(
            "AmazonSQS",
            "1.0",
            Map.of(
                "GetQueueUrl",
                (input, request) -> url(input.path("QueueName").asString(), request)));

    private static Map<String, String> url(String name, AwsRequest request) {
      if (name.equals("none")) {
        throw new AwsFault("QueueDoesNotExist", "There is no queue none");
      }
      return Map.of("QueueUrl", "http://" + request.header("host").orElse("") + "/" + name);
    }

    @Override
    public String name() {
      return "sqs";
    }

    @Override
    public boolean claims(AwsRequest request) {
      return protocol.claims(request);
    }

    @Override
    public AwsResponse answer(AwsRequest request) {
      return protocol.answer(request);
    }

    @Override
    public void close() {}
  }
}
