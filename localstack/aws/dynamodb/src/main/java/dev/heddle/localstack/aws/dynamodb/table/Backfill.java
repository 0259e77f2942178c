package dev.heddle.localstack.aws.dynamodb.table;

import dev.heddle.localstack.aws.dynamodb.schema.Index;
import dev.heddle.localstack.aws.dynamodb.schema.Table;
import dev.heddle.localstack.aws.dynamodb.store.IndexFill;
import dev.heddle.localstack.aws.dynamodb.store.Store;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Fills new indexes in the background; one that a crash interrupted is filled again. */
public final class Backfill implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(Backfill.class.getName());

  private final Store store;
  private final ExecutorService filling = Executors.newVirtualThreadPerTaskExecutor();
  private final Set<String> running = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Goes on with the indexes that aren't filled yet. */
  public Backfill(Store store) {
    this.store = store;
    store.catalog().all().forEach(this::start);
  }

  /** Fills the table's indexes that aren't filled yet. */
  void start(Table table) {
    for (Index index : table.indexes()) {
      String id = table.id() + "/" + index.id();
      if (index.status() == Index.Status.CREATING && running.add(id)) {
        filling.execute(() -> fill(table, index, id));
      }
    }
  }

  private void fill(Table table, Index index, String id) {
    try {
      var fill = new IndexFill(store, table, index);
      boolean more = true;
      while (more && !closed) {
        more = fill.next();
      }
    } catch (RuntimeException e) { // the table or index was deleted, or the store closed meanwhile
      LOG.log(System.Logger.Level.DEBUG, "The index " + index.name() + " is not filled", e);
    } finally {
      running.remove(id);
    }
  }

  @Override
  public void close() {
    closed = true;
    filling.close();
  }
}
