package dev.heddle.localstack.aws.services.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sqs.model.ListMessageMoveTasksResultEntry;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;
import software.amazon.awssdk.services.sqs.model.ResourceNotFoundException;
import software.amazon.awssdk.services.sqs.model.SqsException;

@Timeout(30)
class DeadLettersTest extends SqsServiceFixture {
  private String dead;
  private String url;

  @BeforeEach
  void createQueues() {
    dead = create("dead");
    url = create("orders", Map.of(QueueAttributeName.REDRIVE_POLICY, policy(arn(dead), 2)));
  }

  @Test
  void laysAMessageAsideThatWasReceivedTooOften() {
    send(url, "poison");
    failTwice();
    send(url, "good");
    assertThat(bodies(url, 1)).containsExactly("good"); // not hidden behind the poison
    var letter = receive(dead, 1).getFirst();
    assertThat(letter.body()).isEqualTo("poison");
    assertThat(letter.attributes())
        .containsEntry(MessageSystemAttributeName.DEAD_LETTER_QUEUE_SOURCE_ARN, arn(url))
        .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "3");
    assertThat(sqs.listDeadLetterSourceQueues(q -> q.queueUrl(dead)).queueUrls())
        .containsExactly(url);
  }

  @Test
  void movesDeadLettersBackToWhereTheyCameFrom() throws Exception {
    send(url, "poison");
    failTwice();
    assertThat(receive(url, 1)).isEmpty();
    sqs.startMessageMoveTask(t -> t.sourceArn(arn(dead)));
    var task = awaitEnd();
    assertThat(task.status()).isEqualTo("COMPLETED");
    assertThat(task.approximateNumberOfMessagesMoved()).isEqualTo(1);
    var back = receive(url, 1).getFirst();
    assertThat(back.body()).isEqualTo("poison");
    assertThat(back.attributes())
        .containsEntry(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT, "1");
    assertThat(receive(dead, 1)).isEmpty();
  }

  @Test
  void movesToAnotherQueueAtARateAndStopsWhenCancelled() throws Exception {
    String other = create("other");
    for (int i = 0; i < 3; i++) {
      send(dead, "m" + i);
    }
    var started =
        sqs.startMessageMoveTask(
            t -> t.sourceArn(arn(dead)).destinationArn(arn(other)).maxNumberOfMessagesPerSecond(1));
    assertThatThrownBy(() -> sqs.startMessageMoveTask(t -> t.sourceArn(arn(dead))))
        .isInstanceOf(SqsException.class)
        .hasMessageContaining("already a task running");
    sqs.cancelMessageMoveTask(t -> t.taskHandle(started.taskHandle()));
    assertThat(awaitEnd().status()).isEqualTo("CANCELLED");
    assertThat(receive(dead, 10)).isNotEmpty();
  }

  @Test
  void failsWhenALetterHasNoOrigin() throws Exception {
    send(dead, "sent directly");
    sqs.startMessageMoveTask(t -> t.sourceArn(arn(dead)));
    assertThat(awaitEnd().failureReason()).isEqualTo("CouldNotDetermineMessageSource");
  }

  @Test
  void refusesWhatIsNoDeadLetterQueue() {
    assertThatThrownBy(() -> sqs.startMessageMoveTask(t -> t.sourceArn(arn(url))))
        .hasMessageContaining("must be configured as a Dead Letter Queue");
    assertThatThrownBy(
            () -> sqs.startMessageMoveTask(t -> t.sourceArn("arn:aws:sqs:us-east-1:0:none")))
        .isInstanceOf(ResourceNotFoundException.class);
    String nowhere = policy("arn:aws:sqs:us-east-1:000000000000:none", 2);
    assertThatThrownBy(() -> create("x", Map.of(QueueAttributeName.REDRIVE_POLICY, nowhere)))
        .hasMessageContaining("Dead letter target does not exist");
  }

  private void failTwice() {
    for (int i = 0; i < 2; i++) {
      assertThat(receive(url, 1)).hasSize(1);
      clock.advance(Duration.ofSeconds(31));
    }
  }

  private ListMessageMoveTasksResultEntry awaitEnd() throws InterruptedException {
    while (true) {
      var task = sqs.listMessageMoveTasks(t -> t.sourceArn(arn(dead))).results().getFirst();
      if (!task.status().equals("RUNNING")) {
        return task;
      }
      Thread.sleep(10);
    }
  }

  private static String policy(String target, int count) {
    return "{\"deadLetterTargetArn\":\"" + target + "\",\"maxReceiveCount\":\"" + count + "\"}";
  }
}
