package dev.heddle.localstack.aws.services.queues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.heddle.localstack.aws.edge.AwsEdge;
import dev.heddle.localstack.aws.services.Sdk;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Waiting, on the real clock. */
@Timeout(15)
class LongPollTest {
  @TempDir Path folder;
  private SqsService queues;
  @AutoClose private AwsEdge edge;
  @AutoClose private SqsClient sqs;
  private String url;

  @BeforeEach
  void start() {
    queues = new SqsService(folder, InstantSource.system());
    edge = new AwsEdge(List.of(queues)).start("127.0.0.1", 0);
    sqs = Sdk.over(edge, SqsClient.builder());
    url = sqs.createQueue(q -> q.queueName("orders")).queueUrl();
  }

  @Test
  void aWaitingReceiverGetsWhatArrives() {
    var waiting = CompletableFuture.supplyAsync(() -> poll(10));
    sqs.sendMessage(m -> m.queueUrl(url).messageBody("now"));
    assertThat(waiting.join()).extracting(Message::body).containsExactly("now");
  }

  @Test
  void aWaitingReceiverWakesWhenADelayIsOver() {
    sqs.sendMessage(m -> m.queueUrl(url).messageBody("soon").delaySeconds(1));
    assertThat(poll(10)).extracting(Message::body).containsExactly("soon");
  }

  @Test
  void givesUpWhenTheTimeIsOver() {
    long before = System.nanoTime();
    assertThat(poll(1)).isEmpty();
    assertThat(System.nanoTime() - before).isGreaterThan(TimeUnit.MILLISECONDS.toNanos(950));
  }

  @Test
  void closingEndsTheWait() throws Exception {
    var waiting = CompletableFuture.supplyAsync(() -> poll(20));
    Thread.sleep(100);
    edge.close();
    assertThatThrownBy(() -> waiting.get(5, TimeUnit.SECONDS))
        .isNotInstanceOf(TimeoutException.class);
  }

  @Test
  void tellsListenersOfArrivals() throws Exception {
    var arrived = new CountDownLatch(1);
    try (var listening = queues.onArrival("orders", arrived::countDown)) {
      assertThat(listening).isNotNull();
      sqs.sendMessage(m -> m.queueUrl(url).messageBody("one"));
      assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();
    }
  }

  private List<Message> poll(int seconds) {
    return sqs.receiveMessage(r -> r.queueUrl(url).waitTimeSeconds(seconds)).messages();
  }
}
