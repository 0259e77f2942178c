package dev.heddle.localstack.aws.services.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueDoesNotExistException;
import software.amazon.awssdk.services.sqs.model.QueueNameExistsException;

class SqsServiceTest extends SqsServiceFixture {

  @Test
  void namesQueuesByTheAddressInUse() {
    String url = create("orders");
    assertThat(url).isEqualTo("http://127.0.0.1:" + edge.port() + "/000000000000/orders");
    assertThat(sqs.getQueueUrl(q -> q.queueName("orders")).queueUrl()).isEqualTo(url);
    assertThat(arn(url)).isEqualTo("arn:aws:sqs:us-east-1:000000000000:orders");
    assertThat(create("orders")).isEqualTo(url);
  }

  @Test
  void listsPageByPage() {
    create("a1");
    create("a2");
    create("b1");
    var first = sqs.listQueues(q -> q.queueNamePrefix("a").maxResults(1));
    assertThat(first.queueUrls()).singleElement().asString().endsWith("/a1");
    var second =
        sqs.listQueues(q -> q.queueNamePrefix("a").maxResults(1).nextToken(first.nextToken()));
    assertThat(second.queueUrls()).singleElement().asString().endsWith("/a2");
    assertThat(second.nextToken()).isNull();
  }

  @Test
  void keepsSettingsTagsAndMessagesOverARestart() {
    String url = create("orders", Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "7"));
    sqs.tagQueue(t -> t.queueUrl(url).tags(Map.of("team", "a", "old", "b")));
    sqs.untagQueue(t -> t.queueUrl(url).tagKeys("old"));
    sqs.setQueueAttributes(
        q -> q.queueUrl(url).attributes(Map.of(QueueAttributeName.DELAY_SECONDS, "0")));
    send(url, "one");
    send(url, "two");
    var taken = receive(url, 1).getFirst();
    restart();
    sqs.deleteMessage(m -> m.queueUrl(url).receiptHandle(taken.receiptHandle()));
    clock.advance(Duration.ofSeconds(8));
    assertThat(bodies(url, 10)).containsExactly("two");
    assertThat(sqs.listQueueTags(t -> t.queueUrl(url)).tags()).isEqualTo(Map.of("team", "a"));
    assertThat(
            sqs.getQueueAttributes(
                    q -> q.queueUrl(url).attributeNames(QueueAttributeName.VISIBILITY_TIMEOUT))
                .attributes())
        .isEqualTo(Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "7"));
  }

  @Test
  void countsMessagesByWhatTheyWaitFor() {
    String url = create("orders");
    send(url, "visible");
    send(url, "taken");
    sqs.sendMessage(m -> m.queueUrl(url).messageBody("delayed").delaySeconds(60));
    receive(url, 1);
    var counts =
        sqs.getQueueAttributes(q -> q.queueUrl(url).attributeNames(QueueAttributeName.ALL))
            .attributes();
    assertThat(counts)
        .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES, "1")
        .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE, "1")
        .containsEntry(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED, "1")
        .containsEntry(QueueAttributeName.MESSAGE_RETENTION_PERIOD, "345600");
  }

  @Test
  void refusesTheSameNameWithOtherSettings() {
    create("orders");
    assertThatThrownBy(() -> create("orders", Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "9")))
        .isInstanceOf(QueueNameExistsException.class);
  }

  @Test
  void deletesAQueueWithItsMessages() {
    String url = create("orders");
    send(url, "one");
    sqs.deleteQueue(q -> q.queueUrl(url));
    assertThatThrownBy(() -> send(url, "two")).isInstanceOf(QueueDoesNotExistException.class);
    create("orders");
    assertThat(receive(url, 10)).isEmpty();
  }

  @Test
  void purges() {
    String url = create("orders");
    send(url, "one");
    sqs.purgeQueue(q -> q.queueUrl(url));
    assertThat(receive(url, 10)).isEmpty();
  }
}
