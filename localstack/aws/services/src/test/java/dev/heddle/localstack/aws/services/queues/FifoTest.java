package dev.heddle.localstack.aws.services.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SqsException;

class FifoTest extends SqsServiceFixture {

  @Test
  void keepsTheOrderWithinAGroupAndBlocksIt() {
    String url = fifo("orders.fifo");
    send(url, "a", "a1");
    send(url, "a", "a2");
    send(url, "b", "b1");
    var first = receive(url, 1).getFirst();
    assertThat(first.body()).isEqualTo("a1");
    assertThat(first.attributes())
        .containsEntry(MessageSystemAttributeName.MESSAGE_GROUP_ID, "a")
        .containsKey(MessageSystemAttributeName.SEQUENCE_NUMBER);
    assertThat(bodies(url, 10)).containsExactly("b1");
    sqs.deleteMessage(m -> m.queueUrl(url).receiptHandle(first.receiptHandle()));
    assertThat(bodies(url, 10)).containsExactly("a2");
  }

  @Test
  void deliversAGroupAgainFromWhereItFailed() {
    String url = fifo("orders.fifo");
    send(url, "a", "a1");
    send(url, "a", "a2");
    assertThat(bodies(url, 10)).containsExactly("a1", "a2");
    clock.advance(Duration.ofSeconds(31));
    assertThat(bodies(url, 10)).containsExactly("a1", "a2");
  }

  @Test
  void dropsDuplicatesForFiveMinutesEvenOverARestart() {
    String url = fifo("orders.fifo");
    var first =
        sqs.sendMessage(
            m -> m.queueUrl(url).messageBody("x").messageGroupId("g").messageDeduplicationId("d"));
    restart();
    var second =
        sqs.sendMessage(
            m -> m.queueUrl(url).messageBody("y").messageGroupId("h").messageDeduplicationId("d"));
    assertThat(second.messageId()).isEqualTo(first.messageId());
    assertThat(second.sequenceNumber()).isEqualTo(first.sequenceNumber());
    var taken = receive(url, 10);
    assertThat(taken).hasSize(1);
    sqs.deleteMessage(m -> m.queueUrl(url).receiptHandle(taken.getFirst().receiptHandle()));
    clock.advance(Duration.ofMinutes(5));
    send(url, "g", "d");
    assertThat(bodies(url, 10)).containsExactly("d");
  }

  @Test
  void deduplicatesByContentIfTold() {
    String url =
        create(
            "orders.fifo",
            Map.of(
                QueueAttributeName.FIFO_QUEUE, "true",
                QueueAttributeName.CONTENT_BASED_DEDUPLICATION, "true"));
    sqs.sendMessage(m -> m.queueUrl(url).messageBody("same").messageGroupId("g"));
    sqs.sendMessage(m -> m.queueUrl(url).messageBody("same").messageGroupId("g"));
    sqs.sendMessage(m -> m.queueUrl(url).messageBody("other").messageGroupId("g"));
    assertThat(bodies(url, 10)).containsExactly("same", "other");
  }

  @Test
  void aLaterMessageNeverOvertakesADelayedOneOfItsGroup() {
    String url =
        create(
            "orders.fifo",
            Map.of(QueueAttributeName.FIFO_QUEUE, "true", QueueAttributeName.DELAY_SECONDS, "10"));
    send(url, "g", "first");
    sqs.setQueueAttributes(
        q -> q.queueUrl(url).attributes(Map.of(QueueAttributeName.DELAY_SECONDS, "0")));
    send(url, "g", "second");
    assertThat(receive(url, 10)).isEmpty();
    clock.advance(Duration.ofSeconds(10));
    assertThat(bodies(url, 10)).containsExactly("first", "second");
  }

  @Test
  void refusesAnExpiredReceipt() {
    String url = fifo("orders.fifo");
    send(url, "a", "a1");
    String handle = receive(url, 1).getFirst().receiptHandle();
    clock.advance(Duration.ofSeconds(31));
    assertThatThrownBy(() -> sqs.deleteMessage(m -> m.queueUrl(url).receiptHandle(handle)))
        .isInstanceOf(SqsException.class)
        .hasMessageContaining("has expired");
  }

  @Test
  void needsAGroupAndADeduplicationId() {
    String url = fifo("orders.fifo");
    assertThatThrownBy(() -> send(url, "x")).hasMessageContaining("MessageGroupId");
    assertThatThrownBy(
            () -> sqs.sendMessage(m -> m.queueUrl(url).messageBody("x").messageGroupId("g")))
        .hasMessageContaining("ContentBasedDeduplication");
    assertThatThrownBy(() -> create("bad.fifo")).hasMessageContaining("FifoQueue must be true");
  }
}
