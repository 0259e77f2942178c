package dev.heddle.localstack.aws.stepfunctions.store;

import dev.heddle.localstack.aws.edge.SqliteFile;
import dev.heddle.localstack.aws.stepfunctions.json.Json;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A store in one SQLite file; turns of many executions share one commit to disk. */
public final class SqliteStore implements Store {
  private final SqliteFile file;
  private final AtomicLong numbers;
  private final SqliteDocuments documents;
  private final SqliteOutbox outbox;

  /** Opens or creates the file. */
  public SqliteStore(Path path) {
    file = new SqliteFile(path, Schema.STATEMENTS);
    numbers = new AtomicLong(file.read(c -> Sql.number(c, "SELECT max(id) FROM executions")));
    documents = new SqliteDocuments(file);
    outbox = new SqliteOutbox(file);
  }

  @Override
  public long nextExecution() {
    return numbers.incrementAndGet();
  }

  @Override
  public Optional<Saved> start(Commit first) {
    boolean stored = file.write(c -> insert(c, first.execution(), first.progress()));
    return stored ? Optional.empty() : find(first.execution().arn());
  }

  private static boolean insert(Connection c, Execution execution, Progress progress)
      throws SQLException {
    return Sql.update(
            c,
            "INSERT INTO executions (id, arn, machine, status, express, maprun, fixed, progress)"
                + " VALUES (?,?,?,?,?,?,?,?) ON CONFLICT (arn) DO NOTHING",
            execution.id(),
            execution.arn(),
            execution.machineArn(),
            progress.status().name(),
            execution.express() ? 1 : 0,
            execution.item() == null ? null : execution.item().mapRun(),
            Json.mapper().writeValueAsBytes(execution),
            Json.mapper().writeValueAsBytes(progress))
        == 1;
  }

  @Override
  public CompletionStage<?> commit(Commit turn) {
    byte[] progress = Json.mapper().writeValueAsBytes(turn.progress());
    byte[] events = Json.mapper().writeValueAsBytes(turn.events());
    return file.writeLater(c -> write(c, turn, progress, events));
  }

  private static boolean write(Connection c, Commit turn, byte[] progress, byte[] events)
      throws SQLException {
    long id = turn.execution().id();
    if (!turn.events().isEmpty()) {
      Sql.update(
          c,
          "INSERT INTO events (execution, first, last, body) VALUES (?,?,?,?)",
          id,
          turn.events().getFirst().id(),
          turn.events().getLast().id(),
          events);
    }
    Sql.update(
        c,
        "UPDATE executions SET status = ?, stopped = ?, progress = ? WHERE id = ?",
        turn.progress().status().name(),
        turn.progress().stopped(),
        progress,
        id);
    SqliteDocuments.write(c, turn.documents());
    SqliteScopes.write(c, id, turn);
    return true;
  }

  @Override
  public Optional<Saved> load(long execution) {
    return file.read(
        c -> {
          List<Saved> heads = Sql.query(c, Rows.HEAD + " WHERE id = ?", Rows::head, execution);
          if (heads.isEmpty()) {
            return Optional.empty();
          }
          Saved head = heads.getFirst();
          return Optional.of(SqliteScopes.read(c, head.execution(), head.progress()));
        });
  }

  @Override
  public Optional<Saved> find(String arn) {
    return file.read(c -> Sql.query(c, Rows.HEAD + " WHERE arn = ?", Rows::head, arn)).stream()
        .findFirst();
  }

  @Override
  public List<Event> history(long execution, long from, int limit, boolean reverse) {
    String sql =
        reverse
            ? "SELECT body FROM events WHERE execution = ? AND first <= ? ORDER BY first DESC"
            : "SELECT body FROM events WHERE execution = ? AND last >= ? ORDER BY first";
    List<Event> events = new ArrayList<>();
    for (List<Event> batch :
        file.read(c -> Sql.query(c, sql + " LIMIT " + limit, Rows::events, execution, from))) {
      events.addAll(reverse ? batch.reversed() : batch);
    }
    return events.stream()
        .filter(e -> reverse ? e.id() <= from : e.id() >= from)
        .limit(limit)
        .toList();
  }

  @Override
  public List<Saved> list(Listing listing) {
    StringBuilder sql = new StringBuilder(Rows.HEAD + " WHERE id < ?");
    List<Object> values = new ArrayList<>();
    values.add(listing.before() == null ? Long.MAX_VALUE : listing.before());
    if (listing.machineArn() != null) {
      sql.append(" AND machine = ?");
      values.add(listing.machineArn());
    }
    if (listing.mapRun() == null) {
      sql.append(" AND maprun IS NULL");
    } else {
      sql.append(" AND maprun = ?");
      values.add(listing.mapRun());
    }
    if (listing.status() != null) {
      sql.append(" AND status = ?");
      values.add(listing.status().name());
    }
    sql.append(" ORDER BY id DESC LIMIT ").append(listing.limit());
    return file.read(c -> Sql.query(c, sql.toString(), Rows::head, values.toArray()));
  }

  @Override
  public Map<Status, Integer> counts(String mapRun) {
    Map<Status, Integer> counts = new EnumMap<>(Status.class);
    String sql = "SELECT status, count(*) FROM executions WHERE maprun = ? GROUP BY status";
    file.read(
        c ->
            Sql.query(
                c,
                sql,
                row -> counts.put(Status.valueOf(row.getString(1)), row.getInt(2)),
                mapRun));
    return counts;
  }

  @Override
  public void unfinished(Consumer<Unfinished> each) {
    file.read(c -> unfinished(c, each));
  }

  private static int unfinished(Connection c, Consumer<Unfinished> each) throws SQLException {
    String scopes = "SELECT id, due, live, body FROM scopes WHERE execution = ? AND live = 1";
    int count = 0;
    try (PreparedStatement running = c.prepareStatement(Rows.HEAD + " WHERE status = 'RUNNING'");
        ResultSet heads = running.executeQuery()) {
      while (heads.next()) {
        Execution execution = Rows.head(heads).execution();
        each.accept(new Unfinished(execution, Sql.query(c, scopes, Rows::scope, execution.id())));
        count++;
      }
    }
    return count;
  }

  @Override
  public Documents documents() {
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
              Sql.query(
                  c,
                  "SELECT id FROM executions WHERE stopped < ? AND express = ? LIMIT " + limit,
                  row -> row.getLong(1),
                  endedBefore,
                  express ? 1 : 0);
          for (long id : old) {
            Sql.update(
                c,
                "DELETE FROM documents WHERE kind = 'maprun' AND json_extract(body, '$.execution')"
                    + " = (SELECT arn FROM executions WHERE id = ?)",
                id);
            Sql.update(c, "DELETE FROM events WHERE execution = ?", id);
            Sql.update(c, "DELETE FROM executions WHERE id = ?", id);
          }
          return old.size();
        });
  }

  @Override
  public void close() {
    file.close();
  }
}
