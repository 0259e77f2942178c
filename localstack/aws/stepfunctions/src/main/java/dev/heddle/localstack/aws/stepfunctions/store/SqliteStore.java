package dev.heddle.localstack.aws.stepfunctions.store;

import dev.heddle.localstack.aws.edge.SqliteFile;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A store in one SQLite file; turns of many executions share one commit to disk. */
public final class SqliteStore implements ExecutionStore {
  /** How many kilobytes of events may be on their way to the disk. */
  private static final int UNDER_WAY = 32_768;

  private static final String UNFINISHED =
      "SELECT s.id, s.due, s.live, s.body, e.id, e.fixed FROM executions e"
          + " LEFT JOIN scopes s ON s.execution = e.id AND s.live = 1"
          + " WHERE e.status = 'RUNNING' ORDER BY e.id";

  // The writer's queue counts writes, not bytes: turns with large payloads would pile up in memory
  // faster than the disk takes them. Whoever commits waits here instead.
  private final Semaphore underWay = new Semaphore(UNDER_WAY);
  private final SqliteFile file;
  private final SqlStatements sql;
  private final SqliteScopes scopes;
  private final AtomicLong numbers;
  private final SqliteDocuments documents;
  private final SqliteOutbox outbox;

  /** Opens or creates the file. */
  public SqliteStore(Path path) {
    file = new SqliteFile(path, SqliteSchema.STATEMENTS);
    sql = new SqlStatements(file);
    scopes = new SqliteScopes(sql);
    // One above all that were stored: a number given twice would mix two executions' events.
    numbers = new AtomicLong(file.read(c -> sql.number(c, "SELECT max(id) FROM executions")));
    documents = new SqliteDocuments(sql);
    outbox = new SqliteOutbox(sql);
  }

  @Override
  public long nextExecution() {
    return numbers.incrementAndGet();
  }

  @Override
  public CompletionStage<Optional<StoredExecution>> start(TurnCommit first) {
    byte[] fixed = Json.mapper().writeValueAsBytes(first.execution());
    return write(
        first,
        (c, turn) -> {
          // The UNIQUE column decides, within the one writer's transaction: looking first would let
          // two starts of the same name both find nothing.
          if (insert(c, turn.commit(), fixed, turn.progress())) {
            writeParts(c, turn);
            return Optional.empty();
          }
          return sql
              .query(c, RowMapper.HEAD + " WHERE arn = ?", RowMapper::head, first.execution().arn())
              .stream()
              .findFirst();
        });
  }

  private boolean insert(Connection c, TurnCommit first, byte[] fixed, byte[] progress)
      throws SQLException {
    Execution execution = first.execution();
    return sql.update(
            c,
            "INSERT INTO executions (id, arn, machine, status, express, maprun, stopped, fixed,"
                + " progress) VALUES (?,?,?,?,?,?,?,?,?) ON CONFLICT (arn) DO NOTHING",
            execution.id(),
            execution.arn(),
            execution.machineArn(),
            first.progress().status().name(),
            execution.express() ? 1 : 0,
            execution.item() == null ? null : execution.item().mapRun(),
            first.progress().stopped(),
            fixed,
            progress)
        == 1;
  }

  @Override
  public CompletionStage<?> commit(TurnCommit turn) {
    return write(
        turn,
        (c, packed) -> {
          sql.update(
              c,
              "UPDATE executions SET status = ?, stopped = ?, progress = ? WHERE id = ?",
              turn.progress().status().name(),
              turn.progress().stopped(),
              packed.progress(),
              turn.execution().id());
          scopes.forget(c, turn);
          writeParts(c, packed);
          return true;
        });
  }

  /** A turn ready to be written; {@code stored} completes when it is durable. */
  private record PackedTurn(
      TurnCommit commit, byte[] progress, byte[] events, CompletableFuture<?> stored) {}

  private interface TurnWrite<T> {
    T write(Connection c, PackedTurn turn) throws SQLException;
  }

  /** Packs on the caller's thread and writes on the one writer's. */
  private <T> CompletableFuture<T> write(TurnCommit commit, TurnWrite<T> writing) {
    var stored = new CompletableFuture<T>();
    byte[] progress = Json.mapper().writeValueAsBytes(commit.progress());
    byte[] events = EventWriter.pack(commit.events());
    PackedTurn turn = new PackedTurn(commit, progress, events, stored);
    // At most all permits: a turn larger than the bound would wait for ever.
    int size = Math.min(UNDER_WAY, events.length / 1024 + 1);
    // Packed before: it is the one part that needs CPU, and the writer's thread is the only one.
    underWay.acquireUninterruptibly(size);
    file.writeLater(c -> writing.write(c, turn))
        .whenComplete(
            (done, failed) -> {
              // Also when it failed, and before the turn is settled, which may commit the next.
              underWay.release(size);
              settle(stored, done, failed);
            });
    return stored;
  }

  private static <T> void settle(
      CompletableFuture<T> stored, @Nullable T done, @Nullable Throwable failed) {
    if (failed != null) {
      stored.completeExceptionally(failed);
    } else if (done != null) {
      stored.complete(done);
    }
  }

  private void writeParts(Connection c, PackedTurn turn) throws SQLException {
    TurnCommit commit = turn.commit();
    documents.write(c, commit.documents());
    scopes.put(c, commit);
    if (!commit.events().isEmpty()) {
      // In the same transaction as the progress: a history and a status that differ cannot be
      // repaired.
      outbox.write(c, commit, turn.events(), turn.stored());
    }
  }

  @Override
  public Optional<StoredExecution> load(long execution) {
    return file.read(
        c -> {
          List<StoredExecution> heads =
              sql.query(c, RowMapper.HEAD + " WHERE id = ?", RowMapper::head, execution);
          if (heads.isEmpty()) {
            return Optional.empty();
          }
          StoredExecution head = heads.getFirst();
          return Optional.of(scopes.read(c, head.execution(), head.progress()));
        });
  }

  @Override
  public Optional<StoredExecution> find(String arn) {
    return file
        .read(c -> sql.query(c, RowMapper.HEAD + " WHERE arn = ?", RowMapper::head, arn))
        .stream()
        .findFirst();
  }

  @Override
  public List<HistoryEvent> history(long execution, long from, int limit, boolean reverse) {
    String batches =
        reverse
            ? "SELECT body FROM events WHERE execution = ? AND first <= ? ORDER BY first DESC"
            : "SELECT body FROM events WHERE execution = ? AND last >= ? ORDER BY first";
    List<HistoryEvent> events = new ArrayList<>();
    for (List<HistoryEvent> batch :
        file.read(
            c -> sql.query(c, batches + " LIMIT " + limit, RowMapper::events, execution, from))) {
      events.addAll(reverse ? batch.reversed() : batch);
    }
    return events.stream()
        .filter(e -> reverse ? e.id() <= from : e.id() >= from)
        .limit(limit)
        .toList();
  }

  @Override
  public List<StoredExecution> list(ExecutionQuery listing) {
    StringBuilder query = new StringBuilder(RowMapper.HEAD + " WHERE id < ?");
    List<Object> values = new ArrayList<>();
    values.add(listing.before() == null ? Long.MAX_VALUE : listing.before());
    if (listing.machineArn() != null) {
      query.append(" AND machine = ?");
      values.add(listing.machineArn());
    }
    if (listing.mapRun() == null) {
      query.append(" AND maprun IS NULL");
    } else {
      query.append(" AND maprun = ?");
      values.add(listing.mapRun());
    }
    if (listing.status() != null) {
      query.append(" AND status = ?");
      values.add(listing.status().name());
    }
    query.append(" ORDER BY id DESC LIMIT ").append(listing.limit());
    return file.read(c -> sql.query(c, query.toString(), RowMapper::head, values.toArray()));
  }

  @Override
  public Map<ExecutionStatus, Integer> counts(String mapRun) {
    Map<ExecutionStatus, Integer> counts = new EnumMap<>(ExecutionStatus.class);
    String counted = "SELECT status, count(*) FROM executions WHERE maprun = ? GROUP BY status";
    file.read(
        c ->
            sql.query(
                c,
                counted,
                row -> counts.put(ExecutionStatus.valueOf(row.getString(1)), row.getInt(2)),
                mapRun));
    return counts;
  }

  @Override
  public void unfinished(Consumer<UnfinishedExecution> each) {
    file.read(c -> unfinished(c, each));
  }

  /** One walk over the runs in flight, each with its scopes beside it. */
  private int unfinished(Connection c, Consumer<UnfinishedExecution> each) throws SQLException {
    int count = 0;
    // Row by row: after a crash there may be a million, more than fit in memory as objects.
    try (ResultSet rows = file.prepared(c, UNFINISHED).executeQuery()) {
      boolean more = rows.next();
      while (more) {
        long id = rows.getLong(5);
        Execution execution = RowMapper.execution(rows.getBytes(6));
        List<ScopeRow> live = new ArrayList<>();
        do {
          if (rows.getBytes(4) != null) {
            live.add(RowMapper.scope(rows));
          }
          more = rows.next();
        } while (more && rows.getLong(5) == id);
        each.accept(new UnfinishedExecution(execution, live));
        count++;
      }
    }
    return count;
  }

  @Override
  public DocumentStore documents() {
    return documents;
  }

  @Override
  public Outbox outbox() {
    return outbox;
  }

  @Override
  public int forget(long endedBefore, boolean express, int limit) {
    return file.write(
        c -> {
          List<Long> old =
              sql.query(
                  c,
                  "SELECT id FROM executions WHERE stopped < ? AND express = ? AND NOT EXISTS"
                      + " (SELECT 1 FROM events WHERE execution = executions.id AND position > ?)"
                      + " LIMIT "
                      + limit,
                  row -> row.getLong(1),
                  endedBefore,
                  express ? 1 : 0,
                  // Only what the log has: forgotten earlier, the events would never be delivered.
                  outbox.position());
          for (long id : old) {
            sql.update(
                c,
                "DELETE FROM documents WHERE kind = 'maprun' AND json_extract(body, '$.execution')"
                    + " = (SELECT arn FROM executions WHERE id = ?)",
                id);
            for (String table : List.of("events", "scopes", "items", "results")) {
              sql.update(c, "DELETE FROM " + table + " WHERE execution = ?", id);
            }
            sql.update(c, "DELETE FROM executions WHERE id = ?", id);
          }
          return old.size();
        });
  }

  @Override
  public void close() {
    // Before the file, which the cursor is written to.
    outbox.close();
    file.close();
  }
}
