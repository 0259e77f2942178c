package dev.heddle.localstack.aws.stepfunctions.store;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A store without files, for tests and single runs; it forgets everything when it is dropped. */
public final class MemoryStore implements ExecutionStore, DocumentStore, Outbox {
  // Asked for outside the lock, by turns that hold none.
  private final AtomicLong numbers = new AtomicLong();
  private final TreeMap<Long, Entry> executions = new TreeMap<>();
  private final Map<String, Entry> byArn = new LinkedHashMap<>();
  private final Map<String, TreeMap<String, String>> documents = new LinkedHashMap<>();
  private final Deque<Batch> undelivered = new ArrayDeque<>();
  private long position;

  private static final class Entry {
    final Execution execution;
    final List<HistoryEvent> events = new ArrayList<>();
    ExecutionProgress progress = ExecutionProgress.NONE;

    Entry(Execution execution) {
      this.execution = execution;
    }

    StoredExecution saved() {
      return StoredExecution.head(execution, progress);
    }
  }

  @Override
  public long nextExecution() {
    return numbers.incrementAndGet();
  }

  @Override
  // Looking for the ARN and adding it are one step, as the UNIQUE column makes them one in SQLite;
  // otherwise two starts of one name would both begin.
  public synchronized CompletionStage<Optional<StoredExecution>> start(TurnCommit first) {
    Entry known = byArn.get(first.execution().arn());
    if (known != null) {
      return CompletableFuture.completedFuture(Optional.of(known.saved()));
    }
    Entry entry = new Entry(first.execution());
    executions.put(first.execution().id(), entry);
    byArn.put(first.execution().arn(), entry);
    commit(first);
    return CompletableFuture.completedFuture(Optional.empty());
  }

  @Override
  public synchronized CompletionStage<?> commit(TurnCommit turn) {
    Entry entry = executions.get(turn.execution().id());
    if (entry != null) {
      entry.progress = turn.progress();
      entry.events.addAll(turn.events());
      write(turn.documents());
      undelivered.add(new Batch(++position, turn.execution().arn(), turn.events()));
    }
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public synchronized Optional<StoredExecution> load(long execution) {
    return Optional.ofNullable(executions.get(execution)).map(Entry::saved);
  }

  @Override
  public synchronized Optional<StoredExecution> find(String arn) {
    return Optional.ofNullable(byArn.get(arn)).map(Entry::saved);
  }

  @Override
  public synchronized List<HistoryEvent> history(
      long execution, long from, int limit, boolean reverse) {
    Entry entry = executions.get(execution);
    if (entry == null) {
      return List.of();
    }
    Stream<HistoryEvent> events =
        reverse ? entry.events.reversed().stream() : entry.events.stream();
    return events.filter(e -> reverse ? e.id() <= from : e.id() >= from).limit(limit).toList();
  }

  @Override
  public synchronized List<StoredExecution> list(ExecutionQuery listing) {
    return executions.descendingMap().values().stream()
        .filter(entry -> matches(entry, listing))
        .limit(listing.limit())
        .map(Entry::saved)
        .toList();
  }

  private static boolean matches(Entry entry, ExecutionQuery listing) {
    Long before = listing.before();
    return (before == null || entry.execution.id() < before)
        && (listing.status() == null || listing.status() == entry.progress.status())
        && (listing.machineArn() == null
            || listing.machineArn().equals(entry.execution.machineArn()))
        && Objects.equals(listing.mapRun(), mapRun(entry.execution));
  }

  @Override
  public synchronized Map<ExecutionStatus, Integer> counts(String mapRun) {
    Map<ExecutionStatus, Integer> counts = new EnumMap<>(ExecutionStatus.class);
    executions.values().stream()
        .filter(entry -> mapRun.equals(mapRun(entry.execution)))
        .forEach(entry -> counts.merge(entry.progress.status(), 1, Integer::sum));
    return counts;
  }

  private static @Nullable String mapRun(Execution execution) {
    return execution.item() == null ? null : execution.item().mapRun();
  }

  @Override
  public void unfinished(Consumer<UnfinishedExecution> each) {
    // Nothing outlives the process.
  }

  @Override
  public DocumentStore documents() {
    return this;
  }

  @Override
  public Outbox outbox() {
    return this;
  }

  @Override
  public synchronized int forget(long endedBefore, boolean express, int limit) {
    List<Entry> old =
        executions.values().stream()
            .filter(entry -> entry.execution.express() == express)
            .filter(entry -> ended(entry.progress.stopped(), endedBefore))
            .limit(limit)
            .toList();
    for (Entry entry : old) {
      executions.remove(entry.execution.id());
      byArn.remove(entry.execution.arn());
    }
    return old.size();
  }

  private static boolean ended(@Nullable Long stopped, long before) {
    return stopped != null && stopped < before;
  }

  @Override
  public synchronized @Nullable String get(String kind, String key) {
    return documents.getOrDefault(kind, new TreeMap<>()).get(key);
  }

  @Override
  public synchronized Map<String, String> all(String kind) {
    // A copy: the caller walks over it outside the lock.
    return new TreeMap<>(documents.getOrDefault(kind, new TreeMap<>()));
  }

  @Override
  public synchronized void write(List<Change> changes) {
    for (Change change : changes) {
      var kind = documents.computeIfAbsent(change.kind(), k -> new TreeMap<>());
      if (change.body() == null) {
        kind.remove(change.key());
      } else {
        kind.put(change.key(), change.body());
      }
    }
  }

  @Override
  public synchronized List<Batch> next(int limit) {
    return undelivered.stream().limit(limit).toList();
  }

  @Override
  public synchronized void delivered(long upTo) {
    while (!undelivered.isEmpty() && undelivered.peek().position() <= upTo) {
      undelivered.remove();
    }
  }

  @Override
  public void close() {}
}
