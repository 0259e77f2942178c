package dev.heddle.localstack.aws.dynamodb.stream;

import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.schema.StreamSettings;
import dev.heddle.localstack.aws.dynamodb.store.ChangeLog.Change;
import dev.heddle.localstack.aws.dynamodb.store.DynamoDbStore;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Hands each change to a listener after it is on disk, in order, on a thread of its own; a slow
 * listener falls behind, it holds nobody up. What it throws is logged and the next change follows.
 */
public final class StreamDelivery implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(StreamDelivery.class.getName());
  // Bounds what is in memory when a listener has fallen far behind.
  private static final int BATCH = 500;

  private final DynamoDbStore store;
  private final Consumer<StreamRecord> listener;
  private final AutoCloseable wakeUp;
  private final Thread thread;
  private volatile boolean closed;
  // Its own thread's; in memory only, since a listener of this process starts with this process.
  private long position;

  /** Delivers the changes from now on. */
  public StreamDelivery(DynamoDbStore store, Consumer<StreamRecord> listener) {
    this.store = store;
    this.listener = listener;
    this.position = store.changes().last();
    this.thread = Thread.ofVirtual().name("dynamodb-changes").unstarted(this::run);
    // Registered before the thread runs: a write between its first look and the registration would
    // otherwise not wake it.
    this.wakeUp = store.database().afterWrites(() -> LockSupport.unpark(thread));
    thread.start();
  }

  private void run() {
    while (!closed) {
      try {
        if (!deliver()) {
          // An unpark since the look makes this return at once; the second is for what wakes
          // nobody.
          LockSupport.parkNanos(this, TimeUnit.SECONDS.toNanos(1));
        }
      } catch (RuntimeException e) { // the store is closing, or the disk fails: then try again
        LOG.log(System.Logger.Level.DEBUG, "Changes are not delivered: " + e.getMessage());
        LockSupport.parkNanos(this, TimeUnit.SECONDS.toNanos(1));
      }
    }
  }

  private boolean deliver() {
    List<Change> changes = store.changes().after(position, BATCH);
    for (Change change : changes) {
      if (closed) {
        break;
      }
      // Before the call: a change that a listener cannot bear must not come again and again.
      position = change.sequence();
      deliver(change);
    }
    return !changes.isEmpty();
  }

  private void deliver(Change change) {
    DynamoDbTable table = store.catalog().find(change.streamArn());
    StreamSettings stream = table == null ? null : table.stream();
    if (table == null || stream == null) {
      return;
    }
    try {
      listener.accept(
          new StreamRecord(
              table.name(),
              change.streamArn(),
              change.kind(),
              StreamRecordWriter.json(change, stream.view().name())));
    } catch (RuntimeException e) { // the listener is foreign code
      LOG.log(System.Logger.Level.WARNING, "A listener of changes failed", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    LockSupport.unpark(thread);
    try {
      wakeUp.close();
      if (Thread.currentThread() != thread) { // a listener may end itself
        // So that the store is not closed under it; bounded, because the listener is foreign code.
        thread.join(TimeUnit.SECONDS.toMillis(5));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) { // it only leaves a list
      throw new IllegalStateException(e);
    }
  }
}
