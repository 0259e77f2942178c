package dev.heddle.localstack.host.pump;

import dev.heddle.events.SqsBatchResponse;
import dev.heddle.events.SqsEvent;
import dev.heddle.functions.spec.shape.WireJson;
import dev.heddle.localstack.host.functions.HostedFunction;
import dev.heddle.localstack.host.functions.LocalFunctions;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/**
 * Lambda's event source mapping for a queue: receives batches, calls the function, and deletes what
 * it did not report as failed. What failed returns after its visibility timeout, and after enough
 * tries the queue's own redrive policy moves it to the dead letters.
 */
public final class EventSourceMapping implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EventSourceMapping.class);
  private static final int LONG_POLL_SECONDS = 20;
  // A queue that refuses, or a function that fails at once, would otherwise be asked in a tight
  // loop.
  private static final long PAUSE_MILLIS = 500;

  private final SqsClient queues;
  private final String queueUrl;
  private final String queueArn;
  private final int batch;
  private final LocalFunctions functions;
  private final HostedFunction function;
  private final Thread thread;
  private volatile boolean closed;

  /** Starts pumping a queue into a function. */
  public EventSourceMapping(
      SqsClient queues,
      String queueUrl,
      String queueArn,
      int batch,
      LocalFunctions functions,
      HostedFunction function) {
    this.queues = queues;
    this.queueUrl = queueUrl;
    this.queueArn = queueArn;
    this.batch = batch;
    this.functions = functions;
    this.function = function;
    thread = Thread.ofVirtual().name("pump-" + function.unit().name()).start(this::pump);
  }

  @Override
  public void close() {
    closed = true;
    // Ends the long poll, which would hold up the stop for up to twenty seconds.
    thread.interrupt();
  }

  private void pump() {
    while (!closed) {
      try {
        deliver(receive());
      } catch (SdkException e) {
        pause("the queue does not answer", e);
      } catch (RuntimeException e) {
        // The thread's last door: it would end without a word, and the queue with it.
        pause("a batch was not delivered", e);
      }
    }
  }

  private List<Message> receive() {
    return queues
        .receiveMessage(
            request ->
                request
                    .queueUrl(queueUrl)
                    .maxNumberOfMessages(batch)
                    .waitTimeSeconds(LONG_POLL_SECONDS)
                    .messageSystemAttributeNames(MessageSystemAttributeName.ALL))
        .messages();
  }

  private void deliver(List<Message> messages) {
    if (messages.isEmpty()) {
      return;
    }
    try {
      byte[] event =
          WireJson.MAPPER.writeValueAsBytes(
              new SqsEvent(messages.stream().map(this::record).toList()));
      // One batch at a time: the order within a queue is kept, and a slow function is not buried.
      byte[] answer = functions.call(function, event).join();
      // Only after the function has answered: deleted before, a crash in between would lose the
      // events. What is not deleted comes again when its visibility timeout is over.
      delete(messages, WireJson.MAPPER.readValue(answer, SqsBatchResponse.class));
    } catch (CompletionException e) {
      pause(function.unit().name() + " failed a whole batch", e);
    }
  }

  private void delete(List<Message> messages, SqsBatchResponse reply) {
    Set<String> failed =
        reply.batchItemFailures().stream()
            .map(SqsBatchResponse.Failure::itemIdentifier)
            .collect(Collectors.toSet());
    List<DeleteMessageBatchRequestEntry> done =
        messages.stream()
            .filter(message -> !failed.contains(message.messageId()))
            .map(EventSourceMapping::deletion)
            .toList();
    if (!done.isEmpty()) {
      queues.deleteMessageBatch(request -> request.queueUrl(queueUrl).entries(done));
    }
  }

  private static DeleteMessageBatchRequestEntry deletion(Message message) {
    return DeleteMessageBatchRequestEntry.builder()
        .id(message.messageId())
        .receiptHandle(message.receiptHandle())
        .build();
  }

  private SqsEvent.Message record(Message message) {
    return new SqsEvent.Message(
        message.messageId(),
        message.receiptHandle(),
        message.body(),
        message.attributesAsStrings(),
        queueArn,
        "us-east-1");
  }

  private void pause(String what, Exception cause) {
    if (closed) {
      return;
    }
    LOG.warn("{}: {}", what, cause.getClass().getName());
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
