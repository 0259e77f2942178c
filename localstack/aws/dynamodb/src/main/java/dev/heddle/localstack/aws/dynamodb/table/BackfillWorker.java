package dev.heddle.localstack.aws.dynamodb.table;

import dev.heddle.localstack.aws.dynamodb.schema.DynamoDbTable;
import dev.heddle.localstack.aws.dynamodb.schema.SecondaryIndex;
import dev.heddle.localstack.aws.dynamodb.store.DynamoDbStore;
import dev.heddle.localstack.aws.dynamodb.store.IndexBackfill;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Fills new indexes in the background; one that a crash interrupted is filled again. */
public final class BackfillWorker implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(BackfillWorker.class.getName());

  private final DynamoDbStore store;
  private final ExecutorService filling = Executors.newVirtualThreadPerTaskExecutor();
  // An index may be announced twice, by its creation and by the walk at the start: filled by two at
  // once, each would undo the other's progress.
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Goes on with the indexes that aren't filled yet. */
  public BackfillWorker(DynamoDbStore store) {
    this.store = store;
    store.catalog().all().forEach(this::start);
  }

  /** Fills the table's indexes that aren't filled yet. */
  void start(DynamoDbTable table) {
    for (SecondaryIndex index : table.indexes()) {
      String id = table.id() + "/" + index.id();
      if (index.status() == SecondaryIndex.Status.CREATING && running.add(id)) {
        filling.execute(() -> fill(table, index, id));
      }
    }
  }

  private void fill(DynamoDbTable table, SecondaryIndex index, String id) {
    try {
      var fill = new IndexBackfill(store, table, index);
      boolean more = true;
      while (more && !closed) {
        // In steps, each a write of its own: writers come in between, and a stop loses one step.
        more = fill.fillNext();
      }
    } catch (RuntimeException e) { // the table or index was deleted, or the store closed meanwhile
      LOG.log(System.Logger.Level.DEBUG, "The index " + index.name() + " is not filled", e);
    } finally {
      running.remove(id);
    }
  }

  @Override
  public void close() {
    // Seen after the step under way; close() waits for that, because the store is closed next.
    closed = true;
    filling.close();
  }
}
