package dev.heddle.localstack.aws.services.queues;

import dev.heddle.localstack.aws.edge.AwsEdge;
import dev.heddle.localstack.aws.services.ManualClock;
import dev.heddle.localstack.aws.services.Sdk;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** Queues with a clock of their own behind an edge, and the SDK's client to them. */
abstract class SqsServiceFixture {
  @TempDir Path folder;
  final ManualClock clock = new ManualClock("2026-03-01T10:00:00Z");
  SqsService queues;
  AwsEdge edge;
  SqsClient sqs;

  @BeforeEach
  void start() {
    queues = new SqsService(folder, clock);
    edge = new AwsEdge(List.of(queues)).start("127.0.0.1", 0);
    sqs = Sdk.over(edge, SqsClient.builder());
  }

  @AfterEach
  void stop() {
    sqs.close();
    edge.close();
  }

  void restart() {
    stop();
    start();
  }

  String create(String name, Map<QueueAttributeName, String> attributes) {
    return sqs.createQueue(q -> q.queueName(name).attributes(attributes)).queueUrl();
  }

  String create(String name) {
    return create(name, Map.of());
  }

  String fifo(String name) {
    return create(name, Map.of(QueueAttributeName.FIFO_QUEUE, "true"));
  }

  void send(String url, String body) {
    sqs.sendMessage(m -> m.queueUrl(url).messageBody(body));
  }

  void send(String url, String group, String body) {
    sqs.sendMessage(
        m -> m.queueUrl(url).messageBody(body).messageGroupId(group).messageDeduplicationId(body));
  }

  List<Message> receive(String url, int most) {
    return sqs.receiveMessage(
            r ->
                r.queueUrl(url)
                    .maxNumberOfMessages(most)
                    .messageAttributeNames("All")
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  List<String> bodies(String url, int most) {
    return receive(url, most).stream().map(Message::body).toList();
  }

  String arn(String url) {
    return sqs.getQueueAttributes(q -> q.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
        .attributes()
        .get(QueueAttributeName.QUEUE_ARN);
  }
}
