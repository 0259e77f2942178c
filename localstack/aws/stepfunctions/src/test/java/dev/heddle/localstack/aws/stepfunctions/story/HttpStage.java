package dev.heddle.localstack.aws.stepfunctions.story;

import dev.heddle.localstack.aws.stepfunctions.EngineHttpServer;
import dev.heddle.localstack.aws.stepfunctions.StepFunctions;
import dev.heddle.localstack.aws.stepfunctions.port.EnginePorts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.sfn.SfnClient;

/**
 * The whole engine with its threads behind its door, in a time that is turned forward from outside,
 * and a world that is changed for every story.
 */
final class HttpStage implements StoryTime, AutoCloseable {
  private final PriorityQueue<Due> due = new PriorityQueue<>();
  private final Semaphore news = new Semaphore(0);
  private final EngineHttpServer door;
  private volatile Instant now = Instant.parse("2030-01-01T00:00:00Z");
  private volatile @Nullable EnginePorts world;
  private long order;

  private record Due(Instant at, long order, Runnable action) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
      int byTime = at.compareTo(other.at);
      return byTime != 0 ? byTime : Long.compare(order, other.order);
    }
  }

  HttpStage(Path folder) {
    EnginePorts ports =
        new EnginePorts(
            (function, payload) -> current().lambda().invoke(function, payload),
            request -> current().aws().call(request),
            events -> news.release());
    door = new EngineHttpServer(new StepFunctions(folder, () -> now, ports));
  }

  private EnginePorts current() {
    EnginePorts current = world;
    if (current == null) {
      throw new IllegalStateException("No story is being played");
    }
    return current;
  }

  SfnClient client() {
    return door.client;
  }

  void callThrough(EnginePorts ports) {
    world = ports;
  }

  @Override
  public synchronized void after(double seconds, Runnable action) {
    due.add(new Due(now.plusMillis((long) (seconds * 1000)), order++, action));
  }

  /** Lets time pass, and whatever the world does in it. */
  void pass(long seconds) {
    now = now.plusSeconds(seconds);
    List<Runnable> actions = new ArrayList<>();
    synchronized (this) {
      while (!due.isEmpty() && !due.peek().at().isAfter(now)) {
        actions.add(due.remove().action());
      }
    }
    // Elsewhere, as they may ask the engine and be answered only when it has gone on.
    actions.forEach(CompletableFuture::runAsync);
  }

  /** Whether something has happened in the engine, now or within some milliseconds. */
  boolean hears(long millis) throws InterruptedException {
    boolean heard = news.tryAcquire(millis, TimeUnit.MILLISECONDS);
    news.drainPermits();
    return heard;
  }

  /** Nothing of the last story happens any more. */
  synchronized void clear() {
    due.clear();
  }

  @Override
  public void close() {
    door.close();
  }
}
