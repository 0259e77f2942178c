package dev.heddle.localstack.aws.services.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.MessageNotInflightException;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeNameForSends;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;

class MessagesTest extends SqsServiceFixture {

  /** The SDK itself verifies the MD5 sums of bodies and attributes. */
  @Test
  void carriesBodiesAndAttributes() {
    String url = create("orders");
    var text = MessageAttributeValue.builder().dataType("String").stringValue("grün").build();
    var number = MessageAttributeValue.builder().dataType("Number.int").stringValue("42").build();
    var bytes = SdkBytes.fromByteArray(new byte[] {0, -1, 7});
    var binary = MessageAttributeValue.builder().dataType("Binary").binaryValue(bytes).build();
    var trace =
        MessageSystemAttributeValue.builder().dataType("String").stringValue("Root=1-2").build();
    sqs.sendMessage(
        m ->
            m.queueUrl(url)
                .messageBody("{\"a\":\"é \uD83D\uDE00\"}")
                .messageAttributes(Map.of("t", text, "n", number, "b", binary))
                .messageSystemAttributes(
                    Map.of(MessageSystemAttributeNameForSends.AWS_TRACE_HEADER, trace)));
    Message received = receive(url, 1).getFirst();
    assertThat(received.body()).isEqualTo("{\"a\":\"é \uD83D\uDE00\"}");
    assertThat(received.messageAttributes()).isEqualTo(Map.of("t", text, "n", number, "b", binary));
    assertThat(received.attributes())
        .containsEntry(MessageSystemAttributeName.AWS_TRACE_HEADER, "Root=1-2")
        .containsEntry(MessageSystemAttributeName.SENT_TIMESTAMP, "1772359200000")
        .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
  }

  @Test
  void showsOnlyTheAttributesAskedFor() {
    String url = create("orders");
    var value = MessageAttributeValue.builder().dataType("String").stringValue("x").build();
    sqs.sendMessage(
        m -> m.queueUrl(url).messageBody("b").messageAttributes(Map.of("a.b", value, "c", value)));
    var received = sqs.receiveMessage(r -> r.queueUrl(url).messageAttributeNames("a.*")).messages();
    assertThat(received.getFirst().messageAttributes()).containsOnlyKeys("a.b");
    assertThat(received.getFirst().attributes()).isEmpty();
  }

  @Test
  void hidesAMessageUntilItsTimeoutIsOver() {
    String url = create("orders");
    send(url, "one");
    String first = receive(url, 1).getFirst().receiptHandle();
    assertThat(receive(url, 1)).isEmpty();
    clock.advance(Duration.ofSeconds(31));
    Message again = receive(url, 1).getFirst();
    assertThat(again.attributes())
        .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "2")
        .containsEntry(
            MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP, "1772359200000");
    sqs.deleteMessage(m -> m.queueUrl(url).receiptHandle(first)); // outdated: deletes nothing
    clock.advance(Duration.ofSeconds(31));
    String latest = receive(url, 1).getFirst().receiptHandle();
    sqs.deleteMessage(m -> m.queueUrl(url).receiptHandle(latest));
    clock.advance(Duration.ofSeconds(31));
    assertThat(receive(url, 1)).isEmpty();
  }

  @Test
  void changesVisibility() {
    String url = create("orders");
    send(url, "one");
    String handle = receive(url, 1).getFirst().receiptHandle();
    sqs.changeMessageVisibility(m -> m.queueUrl(url).receiptHandle(handle).visibilityTimeout(100));
    clock.advance(Duration.ofSeconds(99));
    assertThat(receive(url, 1)).isEmpty();
    sqs.changeMessageVisibility(m -> m.queueUrl(url).receiptHandle(handle).visibilityTimeout(0));
    assertThat(bodies(url, 1)).containsExactly("one");
    assertThatThrownBy(
            () ->
                sqs.changeMessageVisibility(
                    m -> m.queueUrl(url).receiptHandle(handle).visibilityTimeout(5)))
        .isInstanceOf(MessageNotInflightException.class);
  }

  @Test
  void delaysAndForgetsInTime() {
    String url = create("orders", Map.of(QueueAttributeName.MESSAGE_RETENTION_PERIOD, "60"));
    sqs.sendMessage(m -> m.queueUrl(url).messageBody("late").delaySeconds(10));
    assertThat(receive(url, 1)).isEmpty();
    clock.advance(Duration.ofSeconds(10));
    assertThat(bodies(url, 1)).containsExactly("late");
    clock.advance(Duration.ofSeconds(51));
    assertThat(receive(url, 1)).isEmpty();
  }

  @Test
  void answersBatchesEntryByEntry() {
    String url = create("orders");
    var sent =
        sqs.sendMessageBatch(
            b ->
                b.queueUrl(url)
                    .entries(entry("1", "fine"), entry("2", "\u0001 not"), entry("3", "fine too")));
    assertThat(sent.successful()).extracting(e -> e.id()).containsExactly("1", "3");
    assertThat(sent.failed())
        .singleElement()
        .satisfies(
            e -> {
              assertThat(e.code()).isEqualTo("InvalidMessageContents");
              assertThat(e.senderFault()).isTrue();
            });
    var handles = receive(url, 10).stream().map(Message::receiptHandle).toList();
    var deleted =
        sqs.deleteMessageBatch(
            b -> b.queueUrl(url).entries(deletion("1", handles.get(0)), deletion("2", "junk")));
    assertThat(deleted.successful()).extracting(e -> e.id()).containsExactly("1");
    assertThat(deleted.failed())
        .extracting(e -> e.code())
        .containsExactly("ReceiptHandleIsInvalid");
  }

  @Test
  void deliversEachMessageToOneOfManyReceivers() throws Exception {
    String url = create("orders");
    Set<String> received = ConcurrentHashMap.newKeySet();
    List<String> twice = Collections.synchronizedList(new ArrayList<>());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      IntStream.range(0, 200).forEach(i -> threads.submit(() -> send(url, "m" + i)));
      for (int receiver = 0; receiver < 8; receiver++) {
        threads.submit(
            () -> {
              while (received.size() < 200) {
                bodies(url, 10).stream().filter(b -> !received.add(b)).forEach(twice::add);
              }
            });
      }
    }
    assertThat(received).hasSize(200);
    assertThat(twice).isEmpty();
  }

  private static SendMessageBatchRequestEntry entry(String id, String body) {
    return SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build();
  }

  private static DeleteMessageBatchRequestEntry deletion(String id, String handle) {
    return DeleteMessageBatchRequestEntry.builder().id(id).receiptHandle(handle).build();
  }
}
