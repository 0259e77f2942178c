package dev.heddle.localstack.aws.services.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.services.sqs.model.BatchEntryIdsNotDistinctException;
import software.amazon.awssdk.services.sqs.model.BatchRequestTooLongException;
import software.amazon.awssdk.services.sqs.model.EmptyBatchRequestException;
import software.amazon.awssdk.services.sqs.model.InvalidAttributeNameException;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ReceiptHandleIsInvalidException;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SqsException;
import software.amazon.awssdk.services.sqs.model.TooManyEntriesInBatchRequestException;

class BadInputTest extends SqsServiceFixture {

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "CreateQueue|{}|InvalidParameterValue",
        "CreateQueue|{\"QueueName\":\"a/b\"}|InvalidParameterValue",
        "CreateQueue|{\"QueueName\":7}|InvalidParameterValue",
        "CreateQueue|{\"QueueName\":\"q\",\"Attributes\":[]}|InvalidParameterValue",
        "CreateQueue|{\"QueueName\":\"q\",\"Attributes\":{\"X\":\"1\"}}|InvalidAttributeName",
        "CreateQueue|{\"QueueName\":\"q\",\"Attributes\":{\"DelaySeconds\":\"-1\"}}|InvalidAttributeValue",
        "CreateQueue|{\"QueueName\":\"q\",\"Attributes\":{\"DelaySeconds\":\"99999999999999\"}}|InvalidAttributeValue",
        "CreateQueue|{\"QueueName\":\"q\",\"Attributes\":{\"RedrivePolicy\":\"{\"}}|InvalidAttributeValue",
        "CreateQueue|{\"QueueName\":\"q\",\"Attributes\":{\"RedrivePolicy\":\"[]\"}}|InvalidAttributeValue",
        "SendMessage|{\"QueueUrl\":\"none\",\"MessageBody\":\"x\"}|QueueDoesNotExist",
        "SendMessage|{\"QueueUrl\":\"orders\"}|InvalidParameterValue",
        "SendMessage|{\"QueueUrl\":\"orders\",\"MessageBody\":\"\"}|InvalidParameterValue",
        "SendMessage|{\"QueueUrl\":\"orders\",\"MessageBody\":\"\\ud800\"}|InvalidMessageContents",
        "SendMessage|{\"QueueUrl\":\"orders\",\"MessageBody\":\"x\",\"DelaySeconds\":901}|InvalidParameterValue",
        "SendMessage|{\"QueueUrl\":\"orders\",\"MessageBody\":\"x\",\"DelaySeconds\":1.5}|InvalidParameterValue",
        "SendMessage|{\"QueueUrl\":\"orders\",\"MessageBody\":\"x\",\"MessageDeduplicationId\":\"d\"}|InvalidParameterValue",
        "SendMessage|{\"QueueUrl\":\"orders\",\"MessageBody\":\"x\",\"MessageAttributes\":{\"a\":{\"DataType\":\"Odd\",\"StringValue\":\"x\"}}}|InvalidParameterValue",
        "SendMessage|{\"QueueUrl\":\"orders\",\"MessageBody\":\"x\",\"MessageAttributes\":{\"a\":{\"DataType\":\"Binary\",\"BinaryValue\":\"*\"}}}|InvalidParameterValue",
        "SendMessage|{\"QueueUrl\":\"orders\",\"MessageBody\":\"x\",\"MessageAttributes\":{\"a\":{\"DataType\":\"Number\",\"StringValue\":\"x\"}}}|InvalidParameterValue",
        "ReceiveMessage|{\"QueueUrl\":\"orders\",\"MaxNumberOfMessages\":11}|InvalidParameterValue",
        "ReceiveMessage|{\"QueueUrl\":\"orders\",\"WaitTimeSeconds\":21}|InvalidParameterValue",
        "DeleteMessage|{\"QueueUrl\":\"orders\",\"ReceiptHandle\":\"!\"}|ReceiptHandleIsInvalid",
        "DeleteMessage|{\"QueueUrl\":\"orders\",\"ReceiptHandle\":\"YTpi\"}|ReceiptHandleIsInvalid",
        "ChangeMessageVisibility|{\"QueueUrl\":\"orders\",\"ReceiptHandle\":\"MTpi\",\"VisibilityTimeout\":5}|MessageNotInflight",
        "SendMessageBatch|{\"QueueUrl\":\"orders\",\"Entries\":[{\"Id\":\"a b\",\"MessageBody\":\"x\"}]}|InvalidBatchEntryId",
        "CancelMessageMoveTask|{\"TaskHandle\":\"none\"}|ResourceNotFoundException",
        "DropTables|{}|UnknownOperationException",
      })
  void refuses(String operation, String body, String code) throws Exception {
    create("orders");
    try (HttpClient http = HttpClient.newHttpClient()) {
      var answer =
          http.send(
              HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + edge.port()))
                  .header("X-Amz-Target", "AmazonSQS." + operation)
                  .POST(HttpRequest.BodyPublishers.ofString(body))
                  .build(),
              BodyHandlers.ofString());
      assertThat(answer.statusCode()).isBetween(400, 499);
      assertThat(answer.body()).contains("\"__type\":\"" + code + "\"");
      assertThat(answer.headers().firstValue("x-amzn-query-error")).isPresent();
    }
  }

  @Test
  void boundsMessagesAndBatches() {
    String url = create("orders");
    send(url, "x".repeat(262_144));
    assertThatThrownBy(() -> send(url, "x".repeat(262_145)))
        .hasMessageContaining("must be shorter than 262144 bytes");
    var value = MessageAttributeValue.builder().dataType("String").stringValue("y").build();
    assertThatThrownBy(
            () ->
                sqs.sendMessage(
                    m ->
                        m.queueUrl(url)
                            .messageBody("x".repeat(262_140))
                            .messageAttributes(Map.of("a", value))))
        .hasMessageContaining("must be shorter");
    assertThatThrownBy(() -> batch(url, List.of(entry("1", 200_000), entry("2", 100_000))))
        .isInstanceOf(BatchRequestTooLongException.class);
  }

  @Test
  void boundsBatches() {
    String url = create("orders");
    assertThatThrownBy(() -> batch(url, List.of())).isInstanceOf(EmptyBatchRequestException.class);
    var eleven = IntStream.range(0, 11).mapToObj(i -> entry("e" + i, 1)).toList();
    assertThatThrownBy(() -> batch(url, eleven))
        .isInstanceOf(TooManyEntriesInBatchRequestException.class);
    assertThatThrownBy(() -> batch(url, List.of(entry("1", 1), entry("1", 1))))
        .isInstanceOf(BatchEntryIdsNotDistinctException.class);
  }

  @Test
  void theSdkKnowsTheFaults() {
    String url = create("orders");
    assertThatThrownBy(() -> sqs.deleteMessage(m -> m.queueUrl(url).receiptHandle("junk")))
        .isInstanceOf(ReceiptHandleIsInvalidException.class);
    assertThatThrownBy(() -> create("q", Map.of(QueueAttributeName.FIFO_QUEUE, "true")))
        .isInstanceOf(InvalidAttributeNameException.class);
    assertThatThrownBy(() -> sqs.getQueueUrl(q -> q.queueName("none")))
        .isInstanceOfSatisfying(
            SqsException.class,
            e ->
                assertThat(e.awsErrorDetails().errorCode())
                    .isEqualTo("AWS.SimpleQueueService.NonExistentQueue"));
  }

  private void batch(String url, List<SendMessageBatchRequestEntry> entries) {
    sqs.sendMessageBatch(b -> b.queueUrl(url).entries(entries));
  }

  private static SendMessageBatchRequestEntry entry(String id, int bytes) {
    return SendMessageBatchRequestEntry.builder().id(id).messageBody("x".repeat(bytes)).build();
  }
}
